using System;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Bulk;

/// <summary>A compiled scorecard in arrays of eight doubles for each criterion. Cards with samples, or with curves of more than eight pieces, have none.</summary>
internal sealed class ScoreTable
{
    public const int Eight = 8;

    private ScoreTable(CompiledScorecard card, double[] least, double[] most)
    {
        Card = card;
        Least = least;
        Most = most;
        int count = card.Count;
        Pieces = new int[count];
        (Above, Anchor, Base, Slope) = (new double[count * Eight], new double[count * Eight], new double[count * Eight], new double[count * Eight]);
        (ChangeAnchor, ChangeBase, ChangeSlope) = (new double[count * Eight], new double[count * Eight], new double[count * Eight]);
        for (int j = 0; j < count; j++)
        {
            Pieces[j] = card.Curves[j].Pieces.Count;
            for (int i = 0; i < Pieces[j]; i++)
            {
                RealPiece piece = card.Curves[j].Pieces[i];
                int at = (j * Eight) + i;
                Above[at] = piece.Strict || i == 0 ? piece.From : Before(piece.From);
                (Anchor[at], Base[at], Slope[at]) = (piece.Anchor, piece.Base, piece.Slope);
                if (i > 0)
                {
                    (ChangeAnchor[at], ChangeBase[at], ChangeSlope[at]) = (Change(Anchor, at), Change(Base, at), Change(Slope, at));
                }
            }
        }
    }

    public CompiledScorecard Card { get; }

    public double[] Least { get; }

    public double[] Most { get; }

    public int[] Pieces { get; }

    /// <summary>Gets the last numbers before each piece.</summary>
    public double[] Above { get; }

    public double[] Anchor { get; }

    public double[] Base { get; }

    public double[] Slope { get; }

    public double[] ChangeAnchor { get; }

    public double[] ChangeBase { get; }

    public double[] ChangeSlope { get; }

    public static ScoreTable? TryMake(CompiledScorecard card, double[] least, double[] most) =>
        card.Curves.All(curve => curve.Pieces.Count <= Eight) && card.Shrink.All(shrink => shrink.Kind == 0) && card.MinimumSample.All(sample => sample == 0d)
        && card.Gates.All(gate => gate.Kind != GateKind.Evidence)
            ? new ScoreTable(card, least, most)
            : null;

    /// <summary>The greatest double below a finite one.</summary>
    private static double Before(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value == 0d ? 0d : value);
        return value == 0d ? -double.Epsilon : BitConverter.Int64BitsToDouble(value > 0d ? bits - 1 : bits + 1);
    }

    private static double Change(double[] entries, int at) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(entries[at]) ^ BitConverter.DoubleToInt64Bits(entries[at - 1]));
}

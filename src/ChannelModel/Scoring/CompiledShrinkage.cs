using System;
using System.Runtime.InteropServices;

namespace ChannelModel.Scoring;

/// <summary>
/// A shrinkage in doubles. Wilson, with z, h = z x z x 0.5 and q = z x z x 0.25 computed once:
/// p = percent / 100; r = z x sqrt((p x (1 - p)) x n + q); moved = (p x n + (h - r or h + r)) / (n + z x z) x 100. In this order the lower end of an observed
/// 0 % is exactly 0, and the upper end of an observed 100 % exactly 100: then r is h.
/// Beta, with a = prior x strength: moved = (p x n + a) / (n + strength) x 100. Each operation rounds once, none is fused.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CompiledShrinkage
{
    private CompiledShrinkage(byte kind, double a, double b, double c, double d)
    {
        Kind = kind;
        A = a;
        B = b;
        C = c;
        D = d;
    }

    /// <summary>Gets 0 for none, 1 for Wilson's lower end, 2 for its upper end, 3 for Beta.</summary>
    public byte Kind { get; }

    /// <summary>Gets z of Wilson; prior x strength of Beta.</summary>
    public double A { get; }

    /// <summary>Gets what is added to n below the line: z x z, or the strength.</summary>
    public double B { get; }

    /// <summary>Gets h of Wilson.</summary>
    public double C { get; }

    /// <summary>Gets q of Wilson.</summary>
    public double D { get; }

    public static CompiledShrinkage Wilson(double z, bool lower)
    {
        double square = z * z;
        return new CompiledShrinkage(lower ? (byte)1 : (byte)2, z, square, square * 0.5, square * 0.25);
    }

    public static CompiledShrinkage Beta(double prior, double strength) => new(3, prior * strength, strength, 0d, 0d);

    /// <summary>Moves a rate of 0 to 100 percent that was observed n times, n at least 1.</summary>
    public double Apply(double percent, double n)
    {
        if (Kind == 0)
        {
            return percent;
        }

        double p = percent / 100d;
        double sum = n + B;
        double hits = p * n;
        if (Kind == 3)
        {
            return (hits + A) / sum * 100d;
        }

        double spread = p * (1d - p);
        double under = spread * n;
        double root = Math.Sqrt(under + D);
        double reach = A * root;
        double offset = Kind == 1 ? C - reach : C + reach;
        return (hits + offset) / sum * 100d;
    }
}

using System;
using System.Numerics;
using Ardalis.GuardClauses;
using ChannelModel.Internal;

namespace ChannelModel.Commissions;

/// <summary>Numbers by basis and column: small arrays that are searched by reference, copied when one is added.</summary>
internal sealed class FactSet
{
    public static readonly FactSet Empty = new([]);
    private readonly Fact[] _facts;

    private FactSet(Fact[] facts)
    {
        _facts = facts;
    }

    public ReadOnlySpan<Fact> Facts => _facts;

    public bool HasPrior => Array.Exists(_facts, fact => fact.Column == FactColumn.Prior);

    public FactSet With(Basis basis, FactColumn column, BigInteger units, Currency? currency, LocalText? source = null)
    {
        if (basis.How != BasisDerivation.None)
        {
            throw new ArgumentException($"'{basis}' is derived; state '{basis.Source}' and its target or baseline.", nameof(basis));
        }

        var fact = new Fact(basis, column, units, currency, source);
        int at = Array.FindIndex(_facts, f => f.Column == column && f.Basis == basis);
        var facts = new Fact[at < 0 ? _facts.Length + 1 : _facts.Length];
        Array.Copy(_facts, facts, _facts.Length);
        facts[at < 0 ? _facts.Length : at] = fact;
        return new FactSet(facts);
    }

    /// <summary>States an amount of a document in another currency, and where it comes from.</summary>
    public FactSet With(Basis basis, Money document, ExchangeRate rate, Rounding rounding)
    {
        Money value = Guard.Against.Null(rate).Convert(document, rounding);
        var source = new LocalText($"{document} at {rate}", $"{document}，汇率 {rate.Words(Language.SimplifiedChinese)}");
        return With(CommissionFacts.OfKind(basis, BasisKind.Money, document), FactColumn.Value, value.ToMillionths(), value.Currency, source);
    }

    public static BigInteger ToUnits(Basis basis, decimal value)
    {
        int scale = basis.Kind == BasisKind.Rate ? 8 : 6;
        return Exact.Scale(value) <= scale
            ? Exact.ToUnits(value, scale)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Expected '{basis}' with at most {scale} decimals; round first, by a rounding of your choice.");
    }

    public bool TryFind(Basis basis, FactColumn column, out BigInteger units)
    {
        int at = Find(basis, column);
        units = at < 0 ? BigInteger.Zero : _facts[at].Units;
        return at >= 0;
    }

    public bool TryFindSmall(Basis basis, FactColumn column, out long units)
    {
        int at = Find(basis, column);
        units = at < 0 ? 0 : _facts[at].Small;
        return at >= 0 && _facts[at].IsSmall;
    }

    private int Find(Basis basis, FactColumn column)
    {
        Fact[] facts = _facts;
        for (int i = 0; i < facts.Length; i++)
        {
            if (facts[i].Column == column && ReferenceEquals(facts[i].Basis, basis))
            {
                return i;
            }
        }

        for (int i = 0; i < facts.Length; i++)
        {
            if (facts[i].Column == column && facts[i].Basis == basis)
            {
                return i;
            }
        }

        return -1;
    }

    internal readonly struct Fact
    {
        public Fact(Basis basis, FactColumn column, BigInteger units, Currency? currency, LocalText? source)
        {
            Basis = basis;
            Column = column;
            Units = units;
            Currency = currency;
            Source = source;
            IsSmall = BigInteger.Abs(units) <= long.MaxValue / 4;
            Small = IsSmall ? (long)units : 0;
        }

        public Basis Basis { get; }

        public FactColumn Column { get; }

        public BigInteger Units { get; }

        public Currency? Currency { get; }

        public LocalText? Source { get; }

        public bool IsSmall { get; }

        public long Small { get; }
    }
}

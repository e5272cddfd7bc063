using System;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Bulk;

namespace ChannelModel.Benchmarks.Bulk;

/// <summary>The same lines once as many splits of ten lines and once as a single split, and what a user would write instead. All of it is checked for equality before it is timed.</summary>
internal sealed class ManySplits
{
    private const int Ten = 10;
    private readonly long[] _totals;
    private readonly int[] _offsets;
    private readonly long[] _weights;
    private readonly long[] _parts;
    private readonly byte[] _status;
    private readonly (long Left, int Line)[] _rests = new (long, int)[Ten];

    public ManySplits(int rows)
    {
        var random = new Random(42);
        int splits = rows / Ten;
        Rows = splits * Ten;
        _totals = [.. Enumerable.Range(0, splits).Select(_ => (long)random.Next(100_000_000))];
        _offsets = [.. Enumerable.Range(0, splits + 1).Select(k => k * Ten)];
        _weights = [.. Enumerable.Range(0, Rows).Select(_ => (long)random.Next(1, 1_000_000_000))];
        (_parts, _status) = (new long[Rows], new byte[splits]);
        Check();
    }

    public int Rows { get; }

    public long Total { get; } = 987_654_321_098_765;

    public void Copy() => _weights.AsSpan().CopyTo(_parts);

    public void Many() => SplitColumns.Of(_totals, _offsets, _weights).ByLargestRemainder(_parts, _status);

    public void ManyOnTwoThreads() => SplitColumns.Of(_totals, _offsets, _weights).ByLargestRemainder(_parts, _status, ParallelRun.On(2));

    public void One() => SplitColumns.One(Total, _weights).ByLargestRemainder(_parts);

    public void OneOnTwoThreads() => SplitColumns.One(Total, _weights).ByLargestRemainder(_parts, _status, ParallelRun.On(2));

    /// <summary>Whole numbers of 64 bits and a sort of the ten rests: right while total x weight fits 64 bits.</summary>
    public void LongLoop(int rows)
    {
        for (int split = 0; split < rows / Ten; split++)
        {
            Span<long> weights = _weights.AsSpan(split * Ten, Ten);
            Span<long> parts = _parts.AsSpan(split * Ten, Ten);
            long sum = 0;
            foreach (long weight in weights)
            {
                sum += weight;
            }

            long left = _totals[split];
            for (int i = 0; i < Ten; i++)
            {
                long product = _totals[split] * weights[i];
                parts[i] = product / sum;
                _rests[i] = (-(product - (parts[i] * sum)), i);
                left -= parts[i];
            }

            Array.Sort(_rests);
            for (int i = 0; i < left; i++)
            {
                parts[_rests[i].Line]++;
            }
        }
    }

    /// <summary>Decimals and LINQ.</summary>
    public void DecimalLoop(int rows)
    {
        for (int split = 0; split < rows / Ten; split++)
        {
            int start = split * Ten;
            decimal sum = 0m;
            for (int i = 0; i < Ten; i++)
            {
                sum += _weights[start + i];
            }

            decimal total = _totals[split];
            for (int i = 0; i < Ten; i++)
            {
                _parts[start + i] = (long)decimal.Truncate(total * _weights[start + i] / sum);
            }

            int left = (int)(_totals[split] - _parts.AsSpan(start, Ten).ToArray().Sum());
            foreach (int i in Enumerable.Range(start, Ten).OrderByDescending(i => (total * _weights[i]) - (_parts[i] * sum)).ThenBy(i => i).Take(left).ToArray())
            {
                _parts[i]++;
            }
        }
    }

    /// <summary>The scalar verb, keyed by the place of the line.</summary>
    public void ScalarVerb(int rows)
    {
        for (int split = 0; split < rows / Ten; split++)
        {
            int start = split * Ten;
            Allotment<int, long> parts = Split.By(SplitRule.LargestRemainder, _totals[split], Enumerable.Range(start, Ten).ToDictionary(i => i, i => (Fraction)_weights[i]));
            for (int i = 0; i < Ten; i++)
            {
                _parts[start + i] = parts.Parts[i];
            }
        }
    }

    /// <summary>One split by wide integers and a sort of all rests.</summary>
    public void SortedWide(int rows)
    {
        UInt128 sum = 0;
        for (int i = 0; i < rows; i++)
        {
            sum += (UInt128)_weights[i];
        }

        var rests = new (UInt128 Left, int Line)[rows];
        long left = Total;
        for (int i = 0; i < rows; i++)
        {
            UInt128 product = (UInt128)Total * (UInt128)_weights[i];
            _parts[i] = (long)(product / sum);
            rests[i] = (sum - (product % sum), i);
            left -= _parts[i];
        }

        Array.Sort(rests);
        for (int i = 0; i < left; i++)
        {
            _parts[rests[i].Line]++;
        }
    }

    private void Check()
    {
        int few = Math.Min(Rows, 200_000);
        Many();
        long[] expected = _parts.AsSpan(0, few).ToArray();
        Compare(expected, "the 64-bit loop", () => LongLoop(few));
        Compare(expected, "the decimal loop", () => DecimalLoop(few));
        Compare(expected, "the scalar verb", () => ScalarVerb(few));
        Compare(expected, "two threads", ManyOnTwoThreads);
        if (Rows <= 1_000_000)
        {
            One();
            Compare([.. _parts], "wide integers and a sort", () => SortedWide(Rows));
        }

        One();
        Compare([.. _parts], "one split on two threads", OneOnTwoThreads);
    }

    private void Compare(long[] expected, string way, Action run)
    {
        Array.Clear(_parts);
        run();
        if (!_parts.AsSpan(0, expected.Length).SequenceEqual(expected))
        {
            throw new InvalidOperationException($"The results of {way} differ.");
        }
    }
}

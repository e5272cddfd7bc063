namespace ChannelModel.Tests.Corpus;

/// <summary>Random numbers that are the same on every runtime, for ever: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(ulong seed) => _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included; the bias does not matter here.</summary>
    public long From(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    public int Int(int least, int most) => (int)From(least, most);

    public bool Coin() => (Next() & 1) == 0;

    public T Pick<T>(params T[] items) => items[Int(0, items.Length - 1)];
}

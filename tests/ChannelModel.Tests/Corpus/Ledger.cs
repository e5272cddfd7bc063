using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChannelModel.Tests.Corpus;

/// <summary>Everything that a corpus yields, line by line, and its SHA-256: two runtimes agree if and only if the hashes do.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Lines { get; private set; }

    public void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\n");
        _hash.AppendData(bytes);
        Lines++;
    }

    /// <summary>A number bit for bit; texts of doubles differ between runtimes.</summary>
    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture));

    public string Digest()
    {
        var text = new StringBuilder();
        foreach (byte b in _hash.GetHashAndReset())
        {
            text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    public void Dispose() => _hash.Dispose();
}

using System;
using System.IO;

namespace ChannelModel.Tests.Corpus;

/// <summary>
/// One corpus of generated plans, statements, scores, rankings and splits, hashed. This class is compiled into the tests for .NET 8, .NET 10 and .NET Framework 4.8, and all of them
/// must come to the hash in Golden/corpus.txt: the same bytes on every runtime, under a culture that writes numbers its own way. A change of results or of wording is meant to change that file, in the same commit.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string[] Expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "corpus.txt"));

    [Fact]
    public void Commissions() => Same("commissions", ledger => CommissionCorpus.Write(ledger, 5_000));

    [Fact]
    public void Splits() => Same("splits", ledger => SplitCorpus.Write(ledger, 3_000));

    [Fact]
    public void Scores() => Same("scores", ledger => ScoreCorpus.Write(ledger, 2_000));

    [Fact]
    public void Rankings() => Same("rankings", ledger => RankingCorpus.Write(ledger, 1_000));

    private static void Same(string part, Action<Ledger> write)
    {
        using var culture = new ForeignCulture();
        using var ledger = new Ledger();
        write(ledger);
        ledger.Lines.Should().BeGreaterThan(1_000);
        Expected.Should().Contain(part + " " + ledger.Digest());
    }
}

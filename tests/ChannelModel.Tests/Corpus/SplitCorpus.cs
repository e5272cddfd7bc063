using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Corpus;

/// <summary>Generated totals, split exactly.</summary>
internal static class SplitCorpus
{
    public static void Write(Ledger ledger, int count)
    {
        var dice = new Dice(78);
        for (int i = 0; i < count; i++)
        {
            KeyValuePair<string, Rate>[] weights = Enumerable.Range(0, dice.Int(1, 30))
                .Select(line => new KeyValuePair<string, Rate>("line-" + line.ToString(CultureInfo.InvariantCulture), Rate.Percent(dice.Int(0, 100_000) / 1_000m)))
                .ToArray();
            weights[0] = new KeyValuePair<string, Rate>(weights[0].Key, Rate.Percent(1));
            Money total = Money.OfMinorUnits(dice.From(-1_000_000_000_000, 1_000_000_000_000), dice.Pick(Currency.CNY, Currency.JPY, Currency.KWD));
            foreach (KeyValuePair<string, Money> part in Split.By(SplitRule.LargestRemainder, total, weights))
            {
                ledger.Write($"{part.Key} {part.Value}");
            }
        }
    }
}

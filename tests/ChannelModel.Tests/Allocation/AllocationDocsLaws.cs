using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ChannelModel.Allocation;

namespace ChannelModel.Tests.Allocation;

/// <summary>docs/allocation-laws.md: every rule and method beside every law, worked out here; a cross stands beside its counter-example.</summary>
public sealed class AllocationDocsLaws
{
    [Fact]
    public void The_docs_show_which_rule_keeps_which_law()
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs", "allocation-laws.md")).ReplaceLineEndings("\n");
        page[page.IndexOf("## Rules", StringComparison.Ordinal)..].Should().Be(Tables());
    }

    internal static string Tables()
    {
        var text = new StringBuilder();
        SplitLaw[] laws = Enum.GetValues<SplitLaw>();
        text.Append("## Rules\n\n| rule |").AppendJoin('|', laws.Select(law => $" {Words(law)} ")).Append("|\n|").Append(string.Concat(Enumerable.Repeat(" --- |", laws.Length + 1))).Append('\n');
        foreach (SplitRule rule in SplitRule.All.Concat(LibrarySplitRules.All))
        {
            text.Append($"| `{rule}` |");
            foreach (SplitLaw law in laws)
            {
                text.Append(Cell(LawChecks.CounterExample(law, SplitRuleTests.Splitter(rule), LawChecks.ModeOf(rule)), SplitRuleTests.Splitter(rule), law));
            }

            text.Append('\n');
        }

        laws = [.. laws.Where(law => law is not (SplitLaw.SignSymmetric or SplitLaw.PrefixRounded))];
        text.Append("\n## Methods\n\n| method |").AppendJoin('|', laws.Select(law => $" {Words(law)} ")).Append("|\n|").Append(string.Concat(Enumerable.Repeat(" --- |", laws.Length + 1))).Append('\n');
        foreach (ApportionmentMethod method in ApportionmentMethod.All)
        {
            text.Append($"| `{method}` |");
            foreach (SplitLaw law in laws)
            {
                text.Append(Cell(FirstBroken(method, law), ApportionmentTests.Splitter(method), law));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static (long Total, long[] Weights)? FirstBroken(ApportionmentMethod method, SplitLaw law)
    {
        foreach (long[] weights in LawChecks.SmallWeights().Append([100, 8, 7, 6]).Append([5117, 4400, 162, 161, 160]))
        {
            foreach (int total in Enumerable.Range(0, 13).Append(100))
            {
                if ((!method.GivesEachOne || total >= weights.Count(weight => weight > 0)) && !LawChecks.Holds(law, ApportionmentTests.Splitter(method), total, weights))
                {
                    return (total, weights);
                }
            }
        }

        return null;
    }

    private static string Cell((long Total, long[] Weights)? broken, LawChecks.Splitter split, SplitLaw law)
    {
        if (broken is not (long total, long[] weights))
        {
            return " ✓ |";
        }

        int[] keys = [.. Enumerable.Range(0, weights.Length)];
        string Parts(long of) => string.Join(' ', split(of, weights, keys).Select(part => part.ToString(CultureInfo.InvariantCulture)));
        string more = law switch
        {
            SplitLaw.HouseMonotone => FormattableString.Invariant($", {total + 1}: {Parts(total + 1)}"),
            SplitLaw.SignSymmetric => FormattableString.Invariant($", {-total}: {Parts(-total)}"),
            _ => string.Empty,
        };
        return FormattableString.Invariant($" ✗ {total} by {string.Join(':', weights)}: {Parts(total)}{more} |");
    }

    private static string Words(SplitLaw law) => law switch
    {
        SplitLaw.Sum => "sum",
        SplitLaw.Quota => "quota",
        SplitLaw.NoOppositeSign => "no opposite sign",
        SplitLaw.ZeroGetsZero => "zero gets zero",
        SplitLaw.SignSymmetric => "sign-symmetric",
        SplitLaw.OrderIndependent => "order-independent",
        SplitLaw.LargerGetsNoLess => "larger gets no less",
        SplitLaw.HouseMonotone => "house monotone",
        _ => "prefixes rounded",
    };

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Fuzz;
using ChannelModel.Scoring;
using ChannelModel.Tests;
using ChannelModel.Tests.Commissions;
using CsCheck;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Versions are read back with their days and their numbers, and what is in force on a day is the same.</summary>
public sealed class HistoryJsonTests
{
    private static readonly Scorecard Card = ScorecardJson.Read(File.ReadAllBytes(Path.Combine(RuleFile.Root, "docs", "models", "group-leader.json"))).Value;

    [Fact]
    public void The_history_of_a_plan_reads_back() =>
        Gen.Select(Gen.Int[0, 10_000_000], Gen.Int[-40, 90].Array[0, 6]).Sample(
            (seed, starts) =>
            {
                PlanHistory history = PlanHistory.AnchoredAt((DateAnchor)(seed % 4));
                Currency currency = RandomPlans.Plan(seed).Currency;
                int next = seed;
                foreach (int start in starts)
                {
                    CommissionPlan plan = RandomPlans.Plan(next++);
                    LocalDate from = new LocalDate(2025, 1, 1).PlusDays(start * 7);
                    history = Try(history, plan.Currency == currency ? plan : RandomPlans.Plan(seed), from, start % 3 == 0 ? null : from.PlusDays(20));
                }

                string json = PlanHistoryJson.Write(history);
                PlanHistory read = PlanHistoryJson.Read(Encoding.UTF8.GetBytes(json)).Value;
                Same.Differences(history, read).Should().BeEmpty(json);
                PlanHistoryJson.Write(read).Should().Be(json);
                using JsonDocument schema = JsonDocument.Parse(PlanHistoryJson.Schema());
                using JsonDocument document = JsonDocument.Parse(json);
                SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
                foreach (LocalDate day in history.Versions.Select(version => version.From))
                {
                    read.Resolve(day).Version.Should().Be(history.Resolve(day).Version);
                }
            },
            iter: Math.Max(50, Laws.Iterations / 10));

    [Fact]
    public void The_history_of_a_scorecard_reads_back()
    {
        ScorecardHistory history = ScorecardHistory.Empty
            .With(Card, new LocalDate(2025, 7, 1), null)
            .With(Card, new LocalDate(2025, 1, 1), new LocalDate(2025, 4, 1))
            .Amend(Card, new LocalDate(2026, 1, 1));
        history.Versions.Select(version => version.Number).Should().Equal(2, 1, 3);
        string json = ScorecardHistoryJson.Write(history);
        ScorecardHistory read = ScorecardHistoryJson.Read(Encoding.UTF8.GetBytes(json)).Value;
        Same.Differences(history, read).Should().BeEmpty();
        ScorecardHistoryJson.Write(read).Should().Be(json);
        ScorecardHistoryJson.Read(Encoding.UTF8.GetBytes(ScorecardHistoryJson.Write(ScorecardHistory.Empty))).Value.Versions.Should().BeEmpty();
        using JsonDocument schema = JsonDocument.Parse(ScorecardHistoryJson.Schema());
        using JsonDocument document = JsonDocument.Parse(json);
        SchemaCheck.Problems(schema.RootElement, document.RootElement).Should().BeEmpty(json);
    }

    [Fact]
    public void All_errors_of_a_history_come_at_once_with_the_places_inside()
    {
        string json = PlanHistoryJson.Write(PlanHistory.AnchoredAt(DateAnchor.Invoice).With(Plan("a"), new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1)).With(Plan("b"), new LocalDate(2025, 2, 1), null));
        Errors(json.Replace("\"version\": 2", "\"version\": 1", StringComparison.Ordinal)).Should().Equal("$.versions[1]: version 1 stands twice, or one below it is missing, expected the numbers from 1 on, each once");
        Errors(json.Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal)).Should().Equal("$.versions[1]: version 3 stands twice, or one below it is missing, expected the numbers from 1 on, each once");
        Errors(json.Replace("\"until\": \"2025-02-01\"", "\"until\": \"2025-03-01\"", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("$.versions[1]: [2025-02-01, open) overlaps version 1, [2025-01-01, 2025-03-01)");
        Errors(json.Replace("\"anchor\": \"invoice\"", "\"anchor\": \"today\"", StringComparison.Ordinal).Replace("\"rounding\": \"half-even\"", "\"rounding\": \"half\"", StringComparison.Ordinal))
            .Select(error => error.Split(':')[0]).Should().Equal("$.anchor", "$.versions[0].plan.rounding", "$.versions[1].plan.rounding");
        string card = ScorecardHistoryJson.Write(ScorecardHistory.Empty.With(Card, new LocalDate(2025, 1, 1), null));
        int at = card.IndexOf("\"weight\": ", StringComparison.Ordinal);
        ScorecardHistoryJson.Read(Encoding.UTF8.GetBytes(card.Insert(at + 10, "-"))).Errors.Should().OnlyContain(error => error.Path.StartsWith("$.versions[0].scorecard"));
    }

    private static IReadOnlyList<string> Errors(string json) => [.. PlanHistoryJson.Read(Encoding.UTF8.GetBytes(json)).Errors.Select(error => error.ToString()).Select(text => text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    private static CommissionPlan Plan(string name) => CommissionPlan.Define(name, Currency.CNY).Pay(TierTable.Percent(5m), Basis.NetRevenue, Cycle.Month).Round(Rounding.HalfEven, RoundingPlace.Statement).Build();

    private static PlanHistory Try(PlanHistory history, CommissionPlan plan, LocalDate from, LocalDate? until)
    {
        try
        {
            return history.Versions.Any(version => version.Until is null && version.From < from) ? history.Amend(plan, from) : history.With(plan, from, until);
        }
        catch (ArgumentException)
        {
            return history; // it overlaps another
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ChannelModel.Allocation;

namespace ChannelModel.Serialization.SystemTextJson.Tests;

/// <summary>Split problems and solutions: what is written is read back the same; what is wrong is reported all at once, with its place.</summary>
public sealed class SplitJsonTests
{
    public static IEnumerable<SplitProblem> Problems()
    {
        SplitProblemLine[] lines = [new("live", 1), new("group", 0.3m), new("popup", Fraction.Of(1, 3)), new("none", 0)];
        foreach (SplitRule rule in SplitRule.All.Concat(LibrarySplitRules.All))
        {
            yield return SplitProblem.Of(Money.Of(-100.01m, Currency.CNY), lines).WithRule(rule);
            yield return SplitProblem.Of(77, lines).WithRule(rule);
        }

        foreach (ApportionmentMethod method in ApportionmentMethod.All.Append(ApportionmentMethod.Stationary(Fraction.Of(1, 3))))
        {
            yield return SplitProblem.Of(77, [.. lines, new("held", 5, 2, 3)]).WithMethod(method);
        }

        yield return SplitProblem.Of(Money.Of(100m, Currency.CHF), lines).WithStep(0.05m);
        yield return SplitProblem.Of(120, lines).WithStep(12);
        SplitProblemLine[] bounded = [new("live", Fraction.Of(System.Numerics.BigInteger.Pow(10, 40), 7), 1.5m, 20m), new("group", 1, 5m), new("popup", 2, maximum: 30m)];
        yield return SplitProblem.Of(Money.Of(40m, Currency.CNY), bounded);
        yield return SplitProblem.Of(Money.Of(4m, Currency.CNY), bounded);
        yield return SplitProblem.Of(Money.Of(4m, Currency.CNY), bounded).WithPolicy(InfeasiblePolicy.RelaxMinimums);
        yield return SplitProblem.Of(Money.Of(99m, Currency.CNY), [new("a", 1, maximum: 3m)]).WithPolicy(InfeasiblePolicy.LeaveUnallocated);
    }

    [Fact]
    public void What_is_written_is_read_back_member_for_member()
    {
        foreach (SplitProblem problem in Problems())
        {
            string text = SplitJson.Write(problem);
            SplitProblem read = SplitJson.ReadProblem(Encoding.UTF8.GetBytes(text)).Value;
            read.Should().Be(problem);
            SplitJson.Write(read).Should().Be(text);

            SplitSolution solution = problem.Solve();
            string solved = SplitJson.Write(solution);
            SplitSolution again = SplitJson.ReadSolution(Encoding.UTF8.GetBytes(solved)).Value;
            again.Problem.Should().Be(problem);
            again.Status.Should().Be(solution.Status);
            again.Remainder.Should().Be(solution.Remainder);
            again.Lines.Select(line => (line.Line, line.Part, line.Share, line.Bound)).Should().Equal(solution.Lines.Select(line => (line.Line, line.Part, line.Share, line.Bound)));
            again.Verify().Should().BeEmpty();
            SplitJson.Write(again).Should().Be(solved);
            (solution.Lines.Sum(line => line.Part) + solution.Remainder).Should().Be(problem.Total);
        }
    }

    [Fact]
    public void A_changed_cent_is_found()
    {
        string solved = SplitJson.Write(SplitProblem.Of(Money.Of(100m, Currency.CNY), [new("a", 1), new("b", 2)]).Solve());
        solved.Should().Contain("33.33").And.Contain("largest-remainder");
        SplitJson.ReadSolution(Encoding.UTF8.GetBytes(solved.Replace("33.33", "33.34", StringComparison.Ordinal))).Value.Verify().Should().Equal("The part of 'a' is 33.34; expected 33.33.");
        Errors(solved.Replace("\"b\",\n      \"part\"", "\"c\",\n      \"part\"", StringComparison.Ordinal), SplitJson.ReadSolution).Should().ContainSingle().Which.Should().Contain("the parts are not those of the problem's lines");
    }

    [Fact]
    public void All_errors_are_reported_with_their_places()
    {
        Errors("""
            {
              "schemaVersion": 1,
              "total": "many",
              "rule": "fair",
              "kind": 1,
              "lines": [ { "id": "a", "weight": "x" }, { "id": " ", "weight": 1 }, { "id": "c", "weight": -1 }, { "id": "d", "weight": 1, "minimum": 5, "maximum": 4 }, { "id": "e" } ]
            }
            """, SplitJson.ReadProblem).Should().HaveCount(8).And.Contain(
            "5:3 $.kind: the member 'kind' is not known here, expected one of schemaVersion, currency, total, rule, method, step, policy, lines");
        Errors("""{ "schemaVersion": 1, "total": 1, "lines": [ { "id": "a", "weight": 0 } ] }""", SplitJson.ReadProblem).Should().Equal("1:1 $: there is no weight above 0, expected at least one");
        Errors("""{ "schemaVersion": 1, "total": 1.5, "lines": [ { "id": "a", "weight": 1 } ] }""", SplitJson.ReadProblem).Should().ContainSingle().Which.Should().StartWith("1:32 $.total: 1.5 is outside the range, expected a whole number");
        Errors("""{ "schemaVersion": 1, "total": 1.005, "currency": "CNY", "lines": [ { "id": "a", "weight": 1 } ] }""", SplitJson.ReadProblem).Should().ContainSingle().Which.Should().Contain("more decimals than CNY");
        Errors("""{ "schemaVersion": 1, "total": 5, "method": "webster", "step": 5, "lines": [ { "id": "a", "weight": 1 } ] }""", SplitJson.ReadProblem).Should().ContainSingle().Which.Should().Contain("expected whole things by the method alone");
        Errors("""{ "schemaVersion": 2, "total": 5, "lines": [ { "id": "a", "weight": 1 } ] }""", SplitJson.ReadProblem).Should().ContainSingle().Which.Should().Contain("version 2 is newer");
        Errors("[]", SplitJson.ReadSolution).Should().ContainSingle();
    }

    private delegate JsonReadResult<T> Reader<T>(ReadOnlySpan<byte> utf8)
        where T : class;

    private static List<string> Errors<T>(string json, Reader<T> read)
        where T : class => [.. read(Encoding.UTF8.GetBytes(json)).Errors.Select(error => error.ToString())];
}

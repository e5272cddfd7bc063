using System.Collections.Generic;
using System.Linq;

namespace ChannelModel.Planning.Rules;

/// <summary>Hires that several chapters state for one scope agree.</summary>
internal static class HeadcountRules
{
    public static IEnumerable<AuditLine> Check(GrowthPlan plan)
    {
        var statements = plan.Headcounts.Select((headcount, index) => (Headcount: headcount, Place: PlanView.Place("headcount", index, ".roles")));
        foreach (var scope in statements.GroupBy(statement => statement.Headcount.Category?.Code))
        {
            (Headcount first, string place) = scope.First();
            foreach ((Headcount other, string otherPlace) in scope.Skip(1))
            {
                yield return Compare(first, place, other, otherPlace);
            }
        }
    }

    private static AuditLine Compare(Headcount first, string place, Headcount other, string otherPlace)
    {
        bool holds = SameRoles(first, other);
        Figure left = Figure.Count(first.Total);
        Figure right = Figure.Count(other.Total);
        return Say.Line(
            AuditRule.HeadcountRestated,
            holds,
            [place, otherPlace],
            Say.Side(first.Source, left),
            Say.Side(other.Source, right),
            $"{Counts(first)} = {Say.En(left)}; {Counts(other)} = {Say.En(right)}",
            holds
                ? Say.Text($"The {first.Source.En} and the {other.Source.En} state the same {Say.En(left)} hires.", $"{Say.Zh(first.Source)}与{Say.Zh(other.Source)}的招聘人数一致，均为{Say.Zh(left)}人。")
                : Say.Text(
                    $"The {first.Source.En} hires {Say.En(left)} ({Roles(first, Language.English)}), the {other.Source.En} {Say.En(right)} ({Roles(other, Language.English)}).",
                    $"{Say.Zh(first.Source)}招聘{Say.Zh(left)}人（{Roles(first, Language.SimplifiedChinese)}），{Say.Zh(other.Source)}却为{Say.Zh(right)}人（{Roles(other, Language.SimplifiedChinese)}）。"));
    }

    private static bool SameRoles(Headcount first, Headcount other) =>
        first.Total == other.Total
        && first.Roles.All(role => Count(first, role.Key) == Count(other, role.Key));

    private static int Count(Headcount headcount, LocalText role) =>
        headcount.Roles.Where(entry => entry.Key == role).Sum(entry => entry.Value);

    private static string Counts(Headcount headcount) =>
        string.Join(" + ", headcount.Roles.Select(role => Say.En(Figure.Count(role.Value))));

    private static string Roles(Headcount headcount, Language language) => string.Join(
        language == Language.SimplifiedChinese ? "、" : ", ",
        headcount.Roles.Select(role => language == Language.SimplifiedChinese
            ? Say.Zh(role.Key) + Say.Zh(Figure.Count(role.Value)) + "人"
            : Say.En(Figure.Count(role.Value)) + " " + role.Key.En));
}

using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Scoring;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;
using ChannelModel.Serialization.SystemTextJson.Scoring;
using NodaTime;

namespace ChannelModel.Serialization.SystemTextJson.Versions;

/// <summary>Reads versions in time. Histories number versions as they are added, so they are added in the order of their numbers, whatever their order in the file.</summary>
internal static class HistoryReader
{
    public static PlanHistory? Plans(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(PlanHistoryJson.SchemaVersion);
        DateAnchor? anchor = o.Required("anchor")?.OneOf(("order", DateAnchor.Order), ("invoice", DateAnchor.Invoice), ("payment", DateAnchor.Payment), ("contract", DateAnchor.Contract));
        List<Entry<CommissionPlan>>? versions = Entries(o, "plan", CommissionPlanReader.Read);
        o.Done();
        return value.Reading.IsComplete ? Added(PlanHistory.AnchoredAt(anchor!.Value), versions!, (history, version) => history.With(version.Content, version.From, version.Until)) : null;
    }

    public static ScorecardHistory? Scorecards(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        o.SchemaVersion(ScorecardHistoryJson.SchemaVersion);
        List<Entry<Scorecard>>? versions = Entries(o, "scorecard", ScorecardReader.Read);
        o.Done();
        return value.Reading.IsComplete ? Added(ScorecardHistory.Empty, versions!, (history, version) => history.With(version.Content, version.From, version.Until)) : null;
    }

    private static List<Entry<T>>? Entries<T>(JsonObject o, string what, Func<JsonValue, T?> read)
        where T : class
    {
        JsonValue? list = o.Required("versions");
        List<Entry<T>>? versions = list?.Array(item => One(item, what, read));
        if (versions is not null && list!.Reading.IsComplete)
        {
            foreach (Entry<T> stray in versions.Where((version, i) => version.Number > versions.Count || versions.FindIndex(other => other.Number == version.Number) < i))
            {
                stray.Value.Error($"version {stray.Number} stands twice, or one below it is missing", "the numbers from 1 on, each once");
            }
        }

        return versions;
    }

    private static Entry<T>? One<T>(JsonValue value, string what, Func<JsonValue, T?> read)
        where T : class
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        int? number = o.Required("version")?.Whole(1, 1_000_000);
        LocalDate? from = o.Required("from")?.Date();
        LocalDate? until = o.Optional("until")?.Date();
        T? content = o.Required(what) is JsonValue rules ? read(rules) : null;
        o.Done();
        return number is int known && from is LocalDate first && content is not null ? new Entry<T>(value, known, first, until, content) : null;
    }

    private static THistory? Added<THistory, T>(THistory history, List<Entry<T>> versions, Func<THistory, Entry<T>, THistory> add)
        where THistory : class
        where T : class
    {
        THistory? all = history;
        foreach (Entry<T> version in versions.OrderBy(version => version.Number))
        {
            // One that does not fit is left out, so that those behind it are looked at as well.
            all = version.Value.Try(() => add(history, version));
            history = all ?? history;
        }

        return all;
    }

    private sealed class Entry<T>
    {
        public Entry(JsonValue value, int number, LocalDate from, LocalDate? until, T content)
        {
            Value = value;
            Number = number;
            From = from;
            Until = until;
            Content = content;
        }

        public JsonValue Value { get; }

        public int Number { get; }

        public LocalDate From { get; }

        public LocalDate? Until { get; }

        public T Content { get; }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Channels;
using ChannelModel.Planning;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Planning;

/// <summary>What the parts of a plan file need of its top: the currency of amounts, and the names of the plan's own codes.</summary>
internal sealed class PlanContext
{
    private readonly Dictionary<string, LocalText> _categories;
    private readonly Dictionary<string, LocalText> _formats;
    private readonly Dictionary<string, LocalText> _reachUnits;
    private readonly Dictionary<string, LocalText> _densityUnits;
    private readonly Dictionary<string, LocalText> _costBearers;

    public PlanContext(Currency currency, JsonObject? names)
    {
        Currency = currency;
        _categories = Names(names?.Optional("categories"), ChannelCategory.ReadyMade.Select(known => known.Code));
        _formats = Names(names?.Optional("formats"), ChannelFormat.ReadyMade.Select(known => known.Code));
        _reachUnits = Names(names?.Optional("reachUnits"), ReachUnit.ReadyMade.Select(known => known.Code));
        _densityUnits = Names(names?.Optional("densityUnits"), DensityUnit.ReadyMade.Select(known => known.Code));
        _costBearers = Names(names?.Optional("costBearers"), CostBearer.ReadyMade.Select(known => known.Code));
        names?.Done();
    }

    public Currency Currency { get; }

    public ChannelCategory CategoryOf(string code) => ChannelCategory.Of(code, Name(_categories, code));

    public ChannelFormat FormatOf(string code) => ChannelFormat.Of(code, Name(_formats, code));

    public ReachUnit ReachUnitOf(string code) => ReachUnit.Of(code, Name(_reachUnits, code));

    public DensityUnit DensityUnitOf(string code) => DensityUnit.Of(code, Name(_densityUnits, code));

    public CostBearer CostBearerOf(string code) => CostBearer.Of(code, Name(_costBearers, code));

    private static LocalText? Name(Dictionary<string, LocalText> names, string code) => names.TryGetValue(code, out LocalText? name) ? name : null;

    private static Dictionary<string, LocalText> Names(JsonValue? value, IEnumerable<string> known)
    {
        var names = new Dictionary<string, LocalText>(StringComparer.Ordinal);
        var readyMade = new HashSet<string>(known, StringComparer.Ordinal);
        if (value?.Object() is not JsonObject o)
        {
            return names;
        }

        foreach (KeyValuePair<string, JsonValue> member in o.All())
        {
            if (!NamedCode<ChannelCategory>.IsLegal(member.Key))
            {
                member.Value.Error($"'{JsonValue.Short(member.Key)}' is not a code", "1 to 50 characters, lower-case letters, digits and single hyphens between them, such as 'live-commerce'");
            }
            else if (readyMade.Contains(member.Key))
            {
                member.Value.Error($"'{member.Key}' is ready-made and has its name", "codes of the plan's own");
            }
            else if (member.Value.LocalText() is LocalText name)
            {
                names[member.Key] = name;
            }
        }

        o.Done();
        return names;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Reads what a plan pays on or chooses by: a ready-made name, a measure of the user's own, or one derived from another.</summary>
internal static class BasisReader
{
    internal static readonly Basis[] ReadyMade =
        [Basis.NetRevenue, Basis.GrossRevenue, Basis.Margin, Basis.Collected, Basis.Units, Basis.Orders, Basis.RepurchaseRate, Basis.Attainment];

    /// <summary>The member of an object that says which basis it is, and how it is made.</summary>
    private static readonly (string Member, Func<string, BasisContents, Basis> Make)[] Own =
    [
        ("money", (name, contents) => Basis.Money(name, contents)),
        ("count", (name, _) => Basis.Count(name)),
        ("rate", (name, _) => Basis.Rate(name)),
    ];

    private static readonly (string Member, Func<Basis, Basis> Make)[] Derived =
    [
        ("attainmentOf", Basis.AttainmentOf), ("growthOf", Basis.GrowthOf), ("overTarget", Basis.OverTarget), ("overBaseline", Basis.OverBaseline),
    ];

    public static Basis? Read(JsonValue value)
    {
        string expected = "one of " + string.Join(", ", ReadyMade.Select(basis => basis.Name))
            + "; or an object with one of " + string.Join(", ", Own.Select(own => own.Member).Concat(Derived.Select(derived => derived.Member)));
        if (value.IsString)
        {
            if (value.Text() is not string name)
            {
                return null;
            }

            Basis? known = Array.Find(ReadyMade, basis => basis.Name == name);
            if (known is null)
            {
                value.Error($"'{JsonValue.Short(name)}' is no ready-made measure", expected);
            }

            return known;
        }

        return value.Object() is JsonObject o ? FromObject(value, o, expected) : null;
    }

    private static Basis? FromObject(JsonValue value, JsonObject o, string expected)
    {
        Basis? made = null;
        int found = 0;
        foreach ((string member, Func<string, BasisContents, Basis> make) in Own)
        {
            if (o.Optional(member) is JsonValue named)
            {
                found++;
                BasisContents contents = member == "money" && o.Optional("contents") is JsonValue list ? Contents(list) : default;
                made = named.Text() is string name ? named.Try(() => make(name, contents)) : null;
            }
        }

        foreach ((string member, Func<Basis, Basis> make) in Derived)
        {
            if (o.Optional(member) is JsonValue source)
            {
                found++;
                made = Read(source) is Basis known ? source.Try(() => make(known)) : null;
                if (member is "growthOf" or "overBaseline" && o.Optional("noBaseline") is JsonValue none
                    && none.OneOf(("refused", NoBaseline.Refused), ("skipped", NoBaseline.Skipped), ("counts-as-zero", NoBaseline.CountsAsZero)) is NoBaseline policy)
                {
                    made = made is null ? null : WithPolicy(made, policy, none);
                }
            }
        }

        o.Done();
        if (found != 1)
        {
            value.Error(found == 0 ? "the measure is not named" : "more than one measure is named", expected);
            return null;
        }

        return made;
    }

    private static Basis? WithPolicy(Basis basis, NoBaseline policy, JsonValue value)
    {
        if (policy == NoBaseline.CountsAsZero && basis.DerivedBy == BasisDerivation.Growth)
        {
            value.Error("a percentage of a baseline of 0 is no number", "skipped or refused, or 'overBaseline' instead of 'growthOf'");
            return null;
        }

        return basis.WhenNoBaseline(policy);
    }

    private static BasisContents Contents(JsonValue list)
    {
        BasisContents contents = default;
        foreach (object part in list.Array(part => (object?)part.OneOf(("tax", BasisContents.Tax), ("shipping", BasisContents.Shipping))))
        {
            contents |= (BasisContents)part;
        }

        return contents;
    }
}

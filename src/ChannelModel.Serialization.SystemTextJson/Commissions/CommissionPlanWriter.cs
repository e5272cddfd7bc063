using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Commissions;

/// <summary>Writes a commission plan in the members that <see cref="CommissionPlanReader"/> reads.</summary>
internal static class CommissionPlanWriter
{
    public static void Write(CommissionPlan plan, Utf8JsonWriter json)
    {
        json.WriteNumber("schemaVersion", CommissionPlanJson.SchemaVersion);
        json.WriteString("id", plan.Name.Value);
        json.WriteString("currency", plan.Currency.Code);
        json.WriteString("per", JsonText.Word(plan.Cycle));
        Components("pay", plan.Components.Where(component => !component.IsBonus), json);
        if (plan.Components.Any(component => component.IsBonus))
        {
            Components("bonuses", plan.Components.Where(component => component.IsBonus), json);
        }

        Modifiers(plan, json);
        json.WriteString("rounding", plan.Rounding.ToString());
        json.WriteString("roundingPlace", JsonText.Word(plan.RoundingPlace));
    }

    public static void Measure(string? name, Basis basis, Utf8JsonWriter json)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        if (BasisReader.ReadyMade.Contains(basis))
        {
            json.WriteStringValue(basis.Name);
            return;
        }

        json.WriteStartObject();
        if (basis.Source is Basis source)
        {
            Measure(Member(basis.DerivedBy), source, json);
            if (basis.NoBaseline != NoBaseline.Refused)
            {
                json.WriteString("noBaseline", JsonText.Word(basis.NoBaseline));
            }
        }
        else
        {
            json.WriteString(JsonText.Word(basis.Kind), basis.Name);
            if (basis.Contents != BasisContents.None)
            {
                json.WriteStartArray("contents");
                foreach (BasisContents part in new[] { BasisContents.Tax, BasisContents.Shipping }.Where(part => basis.Contents.HasFlag(part)))
                {
                    json.WriteStringValue(JsonText.Word(part));
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }

    private static string Member(BasisDerivation derivation) => derivation switch
    {
        BasisDerivation.Attainment => "attainmentOf",
        BasisDerivation.Growth => "growthOf",
        BasisDerivation.OverTarget => "overTarget",
        _ => "overBaseline",
    };

    private static void Components(string name, IEnumerable<PlanComponent> components, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (PlanComponent component in components)
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            Measure("on", component.On, json);
            if (component.By != component.On && component.Grid is null)
            {
                Measure("by", component.By, json);
            }

            if (component.Grid is RateGrid grid)
            {
                TableWriter.Grid(grid, json);
            }
            else
            {
                TableWriter.Table(component.Table!, component.By, json);
            }

            if (component.Cap is Money cap)
            {
                json.WriteNumber("cap", cap.Amount);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Modifiers(CommissionPlan plan, Utf8JsonWriter json)
    {
        json.WriteString("accumulate", JsonText.Word(plan.Accumulation));
        if (plan.Gates.Count > 0)
        {
            json.WriteStartArray("gates");
            foreach (PlanGate gate in plan.Gates)
            {
                json.WriteStartObject();
                Measure("by", gate.By, json);
                json.Edge("atLeast", gate.AtLeast, gate.By.Kind == BasisKind.Rate);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (plan.Accelerators.Count > 0)
        {
            json.WriteStartArray("accelerators");
            foreach (Accelerator accelerator in plan.Accelerators)
            {
                Accelerator(accelerator, json);
            }

            json.WriteEndArray();
        }

        if (plan.AttainmentCap is (Basis of, decimal percent))
        {
            json.WriteStartObject("capAttainment");
            Measure("of", of, json);
            json.Percent("atMost", percent);
            json.WriteEndObject();
        }

        json.Number("capEachRecord", plan.RecordCap?.Amount);
        json.Number("floorEachRecord", plan.RecordFloor?.Amount);
        Limits(plan, json);
        if (plan.Returns is ReturnPolicy returns)
        {
            json.WriteString("returns", JsonText.Word(returns));
        }
    }

    private static void Limits(CommissionPlan plan, Utf8JsonWriter json)
    {
        if (plan.Caps.Count > 0)
        {
            json.WriteStartArray("caps");
            foreach (PlanCap cap in plan.Caps)
            {
                json.WriteStartObject();
                json.WriteNumber("amount", cap.Amount.Amount);
                json.WriteString("per", JsonText.Word(cap.Per));
                json.WriteString("excess", JsonText.Word(cap.Excess));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (plan.Floor is PlanFloor floor)
        {
            json.WriteStartObject("floor");
            json.WriteNumber("amount", floor.Amount.Amount);
            json.WriteBoolean("proratedByDays", floor.IsProratedByDays);
            json.WriteEndObject();
        }
    }

    private static void Accelerator(Accelerator accelerator, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Measure("by", accelerator.By, json);
        json.WriteString("on", accelerator.IsOnExcess ? "excess" : "whole");
        if (!accelerator.IsOnExcess)
        {
            json.WriteString("edge", JsonText.Word(accelerator.Edge));
        }

        json.WriteStartArray("steps");
        foreach ((decimal from, decimal factor) in accelerator.Steps)
        {
            json.WriteStartObject();
            json.Edge("from", from, accelerator.By.Kind == BasisKind.Rate || accelerator.IsOnExcess);
            json.WriteNumber("factor", factor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

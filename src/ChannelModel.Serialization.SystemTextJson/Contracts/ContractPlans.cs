using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ChannelModel.Commissions;
using ChannelModel.Contracts;
using ChannelModel.Serialization.SystemTextJson.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;

namespace ChannelModel.Serialization.SystemTextJson.Contracts;

/// <summary>
/// The plans that contracts pay by: a list in which each name and version stands once, and how a contract refers to it. Nothing hinders two contracts from having different plans under one name and
/// version; the second is then stated in full where it is used, so that none is taken for the other.
/// </summary>
internal sealed class ContractPlans
{
    private readonly Dictionary<(string Name, int Number), PlanVersion> _listed = [];
    private readonly List<PlanVersion> _inOrder = [];

    public ContractPlans(IEnumerable<PartnerContract> contracts)
    {
        foreach (PlanVersion version in contracts.SelectMany(contract => contract.Versions).Select(version => version.Terms.Commission).OfType<PlanVersion>())
        {
            if (!_listed.ContainsKey((version.Plan.Name.Value, version.Number)))
            {
                _listed.Add((version.Plan.Name.Value, version.Number), version);
                _inOrder.Add(version);
            }
        }
    }

    public void WriteList(Utf8JsonWriter json)
    {
        if (_inOrder.Count == 0)
        {
            return;
        }

        json.WriteStartArray("plans");
        foreach (PlanVersion version in _inOrder)
        {
            json.WriteStartObject();
            json.WriteNumber("version", version.Number);
            ContractBookWriter.Days(version.From, version.Until, json);
            Plan(version.Plan, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void WriteReference(PlanVersion version, Utf8JsonWriter json)
    {
        PlanVersion listed = _listed[(version.Plan.Name.Value, version.Number)];
        bool isSamePlan = ReferenceEquals(listed.Plan, version.Plan) || Text(listed.Plan) == Text(version.Plan);
        json.WriteStartObject("commission");
        if (isSamePlan)
        {
            json.WriteString("plan", version.Plan.Name.Value);
        }
        else
        {
            Plan(version.Plan, json);
        }

        json.WriteNumber("version", version.Number);
        if (!isSamePlan || version.From != listed.From || version.Until != listed.Until)
        {
            ContractBookWriter.Days(version.From, version.Until, json);
        }

        json.WriteEndObject();
    }

    private static void Plan(CommissionPlan plan, Utf8JsonWriter json)
    {
        json.WriteStartObject("plan");
        CommissionPlanWriter.Write(plan, json);
        json.WriteEndObject();
    }

    private static string Text(CommissionPlan plan) => JsonText.Object(json => CommissionPlanWriter.Write(plan, json));
}

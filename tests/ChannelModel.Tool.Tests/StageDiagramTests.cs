using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using ChannelModel.Contracts;

namespace ChannelModel.Tool.Tests;

/// <summary>The drawing of the stages is made from the transitions themselves, and compared with the one in the docs.</summary>
public sealed class StageDiagramTests
{
    private const string FileName = "docs/images/contracts/stages.svg";

    private static readonly PartnershipStage[] Way =
    [
        PartnershipStage.InitialContact, PartnershipStage.NeedsConfirmed, PartnershipStage.ContractSigned,
        PartnershipStage.ResourcesCommitted, PartnershipStage.EffectEvaluated, PartnershipStage.ContinuouslyOptimised,
    ];

    [Fact]
    public void The_drawing_is_that_of_the_transitions()
    {
        string drawn = Draw();
        string path = Path.Combine(ToolRun.Root, FileName);
        if (Environment.GetEnvironmentVariable("CHANNELMODEL_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, drawn);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(drawn);
        XDocument.Parse(drawn).Root!.Name.LocalName.Should().Be("svg");
        XDocument.Parse(drawn).Descendants().Count(element => element.Attribute("data-from") is not null).Should().Be(StageTransition.All.Count, "every transition is drawn once");
    }

    private static string Draw()
    {
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1180 470\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"Stages of a partnership\">\n");
        svg.Append("  <title>Stages of a partnership and their exit criteria</title>\n");
        svg.Append("  <defs><marker id=\"end\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"#444\"/></marker></defs>\n");
        svg.Append("  <rect width=\"1180\" height=\"470\" fill=\"#fff\"/>\n");
        foreach (StageTransition transition in StageTransition.All)
        {
            Arrow(svg, transition);
        }

        foreach (PartnershipStage stage in Enum.GetValues<PartnershipStage>())
        {
            (int x, int y) = At(stage);
            string fill = stage switch { PartnershipStage.Suspended => "#fff3d6", PartnershipStage.Terminated => "#fbe0de", PartnershipStage.Renewed => "#e0f2e4", _ => "#e3eefb" };
            svg.Append(Line($"  <rect x=\"{x}\" y=\"{y}\" width=\"150\" height=\"40\" rx=\"6\" fill=\"{fill}\" stroke=\"#444\"/><text x=\"{x + 75}\" y=\"{y + 25}\" text-anchor=\"middle\">{Name(stage)}</text>"));
        }

        foreach (PartnershipStage stage in Way.Append(PartnershipStage.Renewed))
        {
            StageTransition forward = StageTransition.All.First(transition => transition.From == stage && transition.IsForward);
            (int x, int y) = At(stage);
            for (int i = 0; i < forward.Criteria.Count; i++)
            {
                int top = stage == PartnershipStage.Renewed ? y + 5 : y + 58;
                int left = stage == PartnershipStage.Renewed ? x + 158 : x + 4;
                svg.Append(Line($"  <text x=\"{left}\" y=\"{top + (i * 15)}\" font-size=\"11\" fill=\"#555\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">- {forward.Criteria[i].Name.En}</text>"));
            }
        }

        svg.Append("</svg>\n");
        return svg.ToString();
    }

    /// <summary>Forward steps are arrows; those to and from suspension and the end run along two lines below.</summary>
    private static void Arrow(StringBuilder svg, StageTransition transition)
    {
        string data = $"data-from=\"{transition.From}\" data-to=\"{transition.To}\"";
        (int x, int y) = At(transition.From);
        (int toX, int toY) = At(transition.To);
        if (transition.To == PartnershipStage.Renewed && transition.IsForward)
        {
            svg.Append(Line($"  <path {data} d=\"M{x + 75} {y}V{toY + 20}H{toX + 290}\" fill=\"none\" stroke=\"#444\" marker-end=\"url(#end)\"/>"));
        }
        else if (transition.From == PartnershipStage.Renewed && transition.IsForward)
        {
            svg.Append(Line($"  <path {data} d=\"M{x + 30} {y + 40}V{toY}\" fill=\"none\" stroke=\"#444\" marker-end=\"url(#end)\"/>"));
        }
        else if (transition.IsForward)
        {
            svg.Append(Line($"  <path {data} d=\"M{x + 150} {y + 20}H{toX}\" fill=\"none\" stroke=\"#444\" marker-end=\"url(#end)\"/>"));
        }
        else if (transition is { From: PartnershipStage.Suspended, To: PartnershipStage.Terminated })
        {
            svg.Append(Line($"  <path {data} d=\"M{x + 150} {y + 20}H{toX}\" fill=\"none\" stroke=\"#b3261e\" marker-end=\"url(#end)\"/>"));
        }
        else if (transition.To == PartnershipStage.Terminated)
        {
            int from = x + 110;
            svg.Append(Line($"  <path {data} d=\"M{from} {y + 40}V350H{toX + 75}V{toY}\" fill=\"none\" stroke=\"#b3261e\" stroke-opacity=\"0.5\" marker-end=\"url(#end)\"/>"));
        }
        else
        {
            bool away = transition.To == PartnershipStage.Suspended;
            (int stageX, int stageY) = away ? (x, y) : (toX, toY);
            (int boxX, int boxY) = At(PartnershipStage.Suspended);
            int side = stageX + (away ? 128 : 140);
            int lane = away ? 310 : 330;
            string path = $"M{side} {stageY + 40}V{lane}H{boxX + (away ? 60 : 90)}V{boxY}";
            string marker = away ? "marker-end" : "marker-start";
            svg.Append(Line($"  <path {data} d=\"{path}\" fill=\"none\" stroke=\"#a06a00\" stroke-opacity=\"0.5\" {marker}=\"url(#end)\"/>"));
        }
    }

    private static (int X, int Y) At(PartnershipStage stage) => stage switch
    {
        PartnershipStage.Renewed => (650, 40),
        PartnershipStage.Suspended => (400, 400),
        PartnershipStage.Terminated => (700, 400),
        _ => (20 + (Array.IndexOf(Way, stage) * 195), 150),
    };

    private static string Name(PartnershipStage stage) =>
        string.Concat(stage.ToString().Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? string.Empty : " ") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture) + "\n";
}

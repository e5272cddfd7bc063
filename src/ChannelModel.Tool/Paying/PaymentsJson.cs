using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ChannelModel.Commissions;
using ChannelModel.Serialization.SystemTextJson.Writing;
using NodaTime.Text;

namespace ChannelModel.Tool.Paying;

/// <summary>What a run paid, as JSON: amounts as exact strings. Statements and rejected rows are in files of their own; those that were asked for stand here too.</summary>
internal static class PaymentsJson
{
    public static void Write(CommissionPlan plan, Payments payments, int read, int rejected, IReadOnlyList<CommissionStatement> told, Language language, TextWriter output) => output.Write(JsonText.Object(json =>
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("plan", plan.Name.Value);
        json.WriteString("currency", plan.Currency.Code);
        json.WriteStartObject("rows");
        json.WriteNumber("read", read);
        json.WriteNumber("paid", payments.PaidRows);
        json.WriteNumber("rejected", rejected);
        json.WriteEndObject();
        json.WriteNumber("statements", payments.Statements);
        json.WriteString("commission", Text(payments.Total.Amount));
        if (payments.Obstacle is string obstacle)
        {
            json.WriteString("rowByRow", obstacle);
        }

        json.WriteStartArray("measures");
        foreach (Tally tally in payments.Tallies)
        {
            json.WriteStartObject();
            json.WriteString("measure", tally.Measure.Name);
            json.WriteString("read", Text(tally.ReadInAll));
            json.WriteString("paid", Text(tally.PaidInAll));
            json.WriteString("rejected", Text(tally.ReadInAll - tally.PaidInAll));
            json.WriteNumber("unreadable", tally.Unreadable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("explained");
        foreach (CommissionStatement statement in told)
        {
            json.WriteStartObject();
            json.WriteString("payee", statement.Facts.Payee.Value);
            json.WriteString("start", LocalDatePattern.Iso.Format(statement.Facts.Period.Start));
            json.WriteString("end", LocalDatePattern.Iso.Format(statement.Facts.Period.End));
            json.WriteStartArray("lines");
            foreach (StatementLine line in statement.Lines)
            {
                json.WriteStartObject();
                json.WriteString("line", line.Id);
                json.WriteString("kind", JsonText.Word(line.Kind));
                json.WriteString("text", line.Text(language));
                json.WriteString("amount", Text(line.Amount.Amount));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("total", Text(statement.Total.Amount));
            json.WriteString("carried", Text(statement.Carried.Amount));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));

    /// <summary>All digits, without zeros at the end.</summary>
    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

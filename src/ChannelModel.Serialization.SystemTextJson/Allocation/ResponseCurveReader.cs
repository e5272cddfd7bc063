using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Allocation;
using ChannelModel.Serialization.SystemTextJson.Reading;

namespace ChannelModel.Serialization.SystemTextJson.Allocation;

/// <summary>Reads a response curve: its shape, and the parameters of that shape by name.</summary>
internal static class ResponseCurveReader
{
    public static ResponseCurve? Read(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        ResponseShape? shape = o.Required("shape")?.OneOf(
            ("logarithmic", ResponseShape.Logarithmic),
            ("power", ResponseShape.Power),
            ("exponential", ResponseShape.Exponential),
            ("hill", ResponseShape.Hill),
            ("logistic", ResponseShape.Logistic),
            ("quadratic", ResponseShape.Quadratic),
            ("piecewise-linear", ResponseShape.PiecewiseLinear));
        if (shape is null)
        {
            return null; // which members belong here is not known
        }

        Func<double, double, double, double, ResponseCurve> make;
        string[] names;
        switch (shape)
        {
            case ResponseShape.PiecewiseLinear:
                List<PointBox>? points = o.Required("points")?.Array(Point);
                o.Done();
                return points is null || !value.Reading.IsComplete ? null : value.Try(() => ResponseCurve.PiecewiseLinear(points.Select(box => box.Point)));
            case ResponseShape.Logarithmic:
                (names, make) = (["size", "scale"], (a, b, _, _) => ResponseCurve.Logarithmic(a, b));
                break;
            case ResponseShape.Power:
                (names, make) = (["size", "exponent"], (a, b, _, _) => ResponseCurve.Power(a, b));
                break;
            case ResponseShape.Exponential:
                (names, make) = (["ceiling", "scale"], (a, b, _, _) => ResponseCurve.Exponential(a, b));
                break;
            case ResponseShape.Hill:
                (names, make) = (["ceiling", "halfSpend", "steepness"], (a, b, n, c) => ResponseCurve.Hill(a, b, n, c));
                break;
            case ResponseShape.Logistic:
                (names, make) = (["ceiling", "rate"], (a, b, _, _) => ResponseCurve.Logistic(a, b));
                break;
            default:
                (names, make) = (["slope", "bend"], (a, b, _, _) => ResponseCurve.Quadratic(a, b));
                break;
        }

        double?[] parameters = Array.ConvertAll(names, name => o.Required(name)?.Real());
        JsonValue? carried = shape == ResponseShape.Hill ? o.Optional("carryOver") : null;
        double? carryOver = carried is null ? 0d : carried.Real();
        o.Done();
        return parameters.All(parameter => parameter is not null) && carryOver is double carry
            ? value.Try(() => make(parameters[0]!.Value, parameters[1]!.Value, parameters.Length > 2 ? parameters[2]!.Value : 1d, carry))
            : null;
    }

    private static PointBox? Point(JsonValue value)
    {
        if (value.Object() is not JsonObject o)
        {
            return null;
        }

        double? spend = o.Required("spend")?.Real();
        double? response = o.Required("response")?.Real();
        o.Done();
        return spend is double x && response is double y ? value.Try(() => new PointBox(new ResponsePoint(x, y))) : null;
    }

    private sealed class PointBox(ResponsePoint point)
    {
        public ResponsePoint Point { get; } = point;
    }
}

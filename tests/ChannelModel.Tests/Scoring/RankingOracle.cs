using System;
using System.Linq;
using ChannelModel.Scoring;

namespace ChannelModel.Tests.Scoring;

/// <summary>The formulas of the methods as a textbook prints them: candidate by candidate, pair by pair, with nothing clever. Rows are candidates; weights add up to 1.</summary>
internal static class RankingOracle
{
    public static double[] Column(double[][] rows, int j) => [.. rows.Select(row => row[j])];

    public static double[][] MinMax(double[][] rows, bool[] higher) => Map(rows, (x, j) =>
    {
        double low = Column(rows, j).Min();
        double high = Column(rows, j).Max();
        return low == high ? 0d : higher[j] ? (x - low) / (high - low) : (high - x) / (high - low);
    });

    public static double[][] LinearMax(double[][] rows, bool[] higher) => Map(rows, (x, j) => higher[j] ? x / Column(rows, j).Max() : Column(rows, j).Min() / x);

    public static double[][] Sum(double[][] rows, bool[] higher) => Map(rows, (x, j) => higher[j] ? x / Column(rows, j).Sum() : 1d / x / Column(rows, j).Sum(value => 1d / value));

    public static double[] WeightedSum(double[][] scaled, double[] weights) => [.. scaled.Select(row => row.Select((x, j) => x * weights[j]).Sum())];

    public static double[] WeightedProduct(double[][] scaled, double[] weights) => [.. scaled.Select(row => row.Select((x, j) => Math.Pow(x, weights[j])).Aggregate(1d, (a, b) => a * b))];

    public static double[] Topsis(double[][] rows, bool[] higher, double[] weights)
    {
        double[][] v = Map(rows, (x, j) =>
        {
            double norm = Math.Sqrt(Column(rows, j).Sum(value => value * value));
            return norm == 0d ? 0d : weights[j] * x / norm;
        });
        double[] best = [.. higher.Select((up, j) => up ? Column(v, j).Max() : Column(v, j).Min())];
        double[] worst = [.. higher.Select((up, j) => up ? Column(v, j).Min() : Column(v, j).Max())];
        return [.. v.Select(row =>
        {
            double near = Math.Sqrt(row.Select((x, j) => (x - best[j]) * (x - best[j])).Sum());
            double far = Math.Sqrt(row.Select((x, j) => (x - worst[j]) * (x - worst[j])).Sum());
            return near + far == 0d ? 0.5 : far / (near + far);
        })];
    }

    public static double[] Vikor(double[][] rows, bool[] higher, double[] weights, double v)
    {
        double[][] gaps = Map(MinMax(rows, higher), (x, j) => Column(rows, j).Max() == Column(rows, j).Min() ? 0d : weights[j] * (1d - x));
        double[] s = [.. gaps.Select(row => row.Sum())];
        double[] r = [.. gaps.Select(row => row.Max())];
        double Share(double[] all, double one) => all.Max() - all.Min() < 1e-12 ? 0d : (one - all.Min()) / (all.Max() - all.Min());
        return [.. s.Select((one, i) => (v * Share(s, one)) + ((1d - v) * Share(r, r[i])))];
    }

    public static double[] Edas(double[][] rows, bool[] higher, double[] weights)
    {
        double[] average = [.. higher.Select((_, j) => Column(rows, j).Average())];
        double Distance(double x, int j, bool better) => Math.Max(0d, (higher[j] == better ? x - average[j] : average[j] - x) / average[j]);
        double[] sp = [.. rows.Select(row => row.Select((x, j) => weights[j] * Distance(x, j, true)).Sum())];
        double[] sn = [.. rows.Select(row => row.Select((x, j) => weights[j] * Distance(x, j, false)).Sum())];
        return [.. sp.Select((p, i) => ((sp.Max() < 1e-15 ? 0d : p / sp.Max()) + 1d - (sn.Max() < 1e-15 ? 0d : sn[i] / sn.Max())) / 2d)];
    }

    public static double[] Promethee(double[][] rows, bool[] higher, double[] weights, PreferenceFunction[] functions)
    {
        double Preferred(int a, int b) => weights.Select((weight, j) => weight * Preference(functions[j], higher[j] ? rows[a][j] - rows[b][j] : rows[b][j] - rows[a][j])).Sum();
        return [.. rows.Select((_, a) => Enumerable.Range(0, rows.Length).Where(b => b != a).Sum(b => Preferred(a, b) - Preferred(b, a)) / (rows.Length - 1))];
    }

    public static double[] Spotis(double[][] rows, double[] weights, (double From, double To, double Best)[] bounds) =>
        [.. rows.Select(row => row.Select((x, j) => weights[j] * Math.Abs(x - bounds[j].Best) / (bounds[j].To - bounds[j].From)).Sum())];

    public static double TauB(double[] x, double[] y)
    {
        double agree = 0d;
        double xPairs = 0d;
        double yPairs = 0d;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++)
            {
                agree += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                xPairs += x[i] == x[j] ? 0 : 1;
                yPairs += y[i] == y[j] ? 0 : 1;
            }
        }

        return agree / Math.Sqrt(xPairs * yPairs);
    }

    public static double Preference(PreferenceFunction function, double d) => d <= 0d ? 0d : function.Shape switch
    {
        PreferenceShape.Usual => 1d,
        PreferenceShape.UShape => d <= function.Q ? 0d : 1d,
        PreferenceShape.VShape => d <= function.P ? d / function.P : 1d,
        PreferenceShape.Level => d <= function.Q ? 0d : d <= function.P ? 0.5 : 1d,
        PreferenceShape.Linear => d <= function.Q ? 0d : d <= function.P ? (d - function.Q) / (function.P - function.Q) : 1d,
        _ => 1d - Math.Exp(-d * d / (2d * function.S * function.S)),
    };

    private static double[][] Map(double[][] rows, Func<double, int, double> of) => [.. rows.Select(row => row.Select(of).ToArray())];
}

using System.Globalization;

namespace ChannelModel.Scoring;

/// <summary>The judgement that fits the others least: what was stated, and what the priorities imply.</summary>
/// <typeparam name="T">What was judged.</typeparam>
/// <remarks>Equality is by reference. Immutable, hence safe for use by several threads.</remarks>
public sealed class JudgementToRevisit<T>
{
    private JudgementToRevisit(Id<T> item, Id<T> over, double stated, double implied)
    {
        Item = item;
        Over = over;
        Stated = stated;
        Implied = implied;
    }

    /// <summary>Gets the item that was said to be preferred (or equal).</summary>
    public Id<T> Item { get; }

    /// <summary>Gets the other item.</summary>
    public Id<T> Over { get; }

    /// <summary>Gets how many times <see cref="Item"/> was said to be preferred: 1 or more.</summary>
    public double Stated { get; }

    /// <summary>Gets how many times the priorities, which all judgements shape, say it is.</summary>
    public double Implied { get; }

    /// <summary>Says what to look at again.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The sentence.</returns>
    public string Explain(Language language)
    {
        string stated = Stated.ToString("F2", CultureInfo.InvariantCulture);
        string implied = Implied.ToString("F2", CultureInfo.InvariantCulture);
        return language == Language.SimplifiedChinese
            ? $"请复核“{Item}”对“{Over}”的判断：给定{stated}，其余判断意味着约{implied}。"
            : $"Look again at '{Item}' over '{Over}': stated {stated}, the judgements together imply {implied}.";
    }

    internal static JudgementToRevisit<T>? Find(Id<T>[] ids, double[][] ratios, double[] weights)
    {
        JudgementToRevisit<T>? worst = null;
        double most = 1d + 1e-9;
        for (int i = 0; i < ids.Length; i++)
        {
            for (int j = i + 1; j < ids.Length; j++)
            {
                double implied = weights[i] / weights[j];
                double off = ratios[i][j] / implied;
                double size = off < 1d ? 1d / off : off;
                if (size > most)
                {
                    most = size;
                    worst = ratios[i][j] >= 1d
                        ? new JudgementToRevisit<T>(ids[i], ids[j], ratios[i][j], implied)
                        : new JudgementToRevisit<T>(ids[j], ids[i], ratios[j][i], 1d / implied);
                }
            }
        }

        return worst;
    }
}

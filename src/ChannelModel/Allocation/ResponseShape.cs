namespace ChannelModel.Allocation;

/// <summary>The shape of a response curve: how what comes back grows with what is spent.</summary>
public enum ResponseShape
{
    /// <summary><c>size ln(1 + x / scale)</c>.</summary>
    Logarithmic = 0,

    /// <summary><c>size x^exponent</c>, exponent above 0 and below 1.</summary>
    Power = 1,

    /// <summary><c>ceiling (1 - e^(-x / scale))</c>.</summary>
    Exponential = 2,

    /// <summary><c>ceiling z^n / (halfSpend^n + z^n)</c> with <c>z = x + carryOver</c>; n = 1 is Michaelis-Menten, n above 1 is S-shaped.</summary>
    Hill = 3,

    /// <summary><c>ceiling (1 - e^(-rate x)) / (1 + e^(-rate x))</c>.</summary>
    Logistic = 4,

    /// <summary><c>slope x - bend x^2 / 2</c>; a bend of 0 is a straight line.</summary>
    Quadratic = 5,

    /// <summary>Straight lines between points, level outside them.</summary>
    PiecewiseLinear = 6,
}

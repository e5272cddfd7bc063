namespace ChannelModel;

/// <summary>Which neighbour a value takes that lies between two multiples of the unit it is rounded to.</summary>
/// <remarks>The half modes take the nearer neighbour and differ only where both are equally near.</remarks>
public enum RoundingMode
{
    /// <summary>Nearest; a half goes away from zero: 0.5 to 1, -0.5 to -1. What most contracts and ledgers mean by rounding.</summary>
    HalfAwayFromZero = 0,

    /// <summary>Nearest; a half goes to the even neighbour: 0.5 to 0, 1.5 to 2. Also called banker's rounding.</summary>
    HalfEven = 1,

    /// <summary>Nearest; a half goes toward zero: 0.5 to 0, -0.5 to 0.</summary>
    HalfTowardZero = 2,

    /// <summary>Nearest; a half goes toward positive infinity: 0.5 to 1, -0.5 to 0.</summary>
    HalfUp = 3,

    /// <summary>Nearest; a half goes toward negative infinity: 0.5 to 0, -0.5 to -1.</summary>
    HalfDown = 4,

    /// <summary>Always away from zero: 0.1 to 1, -0.1 to -1.</summary>
    AwayFromZero = 5,

    /// <summary>Always toward zero, that is, cut off: 0.9 to 0, -0.9 to 0.</summary>
    TowardZero = 6,

    /// <summary>Always toward positive infinity: 0.1 to 1, -0.9 to 0.</summary>
    Ceiling = 7,

    /// <summary>Always toward negative infinity: 0.9 to 0, -0.1 to -1.</summary>
    Floor = 8,
}

#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChannelModel.Bulk;

/// <summary>
/// What the kernels need of a vector width, so that each is written once: whole numbers and doubles of 64 bits, side by side. A struct that
/// implements it is a type argument, which the compiler sees through: nothing is called.
/// </summary>
/// <typeparam name="TWhole">The vector of 64-bit whole numbers; masks have all bits of a lane set or none.</typeparam>
/// <typeparam name="TReal">The vector of doubles.</typeparam>
internal interface ILanes<TWhole, TReal>
    where TWhole : struct
    where TReal : struct
{
    static abstract int Count { get; }

    /// <summary>Gets a value indicating whether eight doubles are one vector, which is looked up in one instruction.</summary>
    static abstract bool Permutes { get; }

    static abstract TWhole Load(ref long from, nuint at);

    /// <summary>As many 32-bit numbers as there are lanes.</summary>
    static abstract TWhole LoadWidened(ref int from, nuint at);

    static abstract void Store(TWhole value, ref long to, nuint at);

    /// <summary>Stores past the caches; the place is aligned to 64 bytes and pinned.</summary>
    static abstract void StorePast(TWhole value, ref long to, nuint at);

    static abstract TReal LoadReal(ref double from, nuint at);

    static abstract void StoreReal(TReal value, ref double to, nuint at);

    static abstract TWhole Whole(long value);

    static abstract TReal Real(double value);

    static abstract TWhole Add(TWhole a, TWhole b);

    static abstract TWhole Subtract(TWhole a, TWhole b);

    /// <summary>The products of the low 32 bits, in full; b has no higher bits.</summary>
    static abstract TWhole MultiplyHalves(TWhole a, TWhole b);

    /// <summary>Shifts numbers that are not negative.</summary>
    static abstract TWhole ShiftRight(TWhole a, int bits);

    static abstract TWhole IsNaN(TReal a);

    /// <summary>A mask of where a number is not between two, a NaN among them.</summary>
    static abstract TWhole Outside(TReal a, TReal least, TReal most);

    /// <summary>The low 64 bits of products.</summary>
    static abstract TWhole MultiplyWhole(TWhole a, TWhole b);

    static abstract TWhole Or(TWhole a, TWhole b);

    static abstract TWhole And(TWhole a, TWhole b);

    static abstract TWhole Xor(TWhole a, TWhole b);

    /// <summary>The lanes added up.</summary>
    static abstract long Total(TWhole a);

    static abstract bool Any(TWhole mask);

    /// <summary>A mask of where a is greater, as signed numbers.</summary>
    static abstract TWhole Greater(TWhole a, TWhole b);

    /// <summary>A mask of where a is greater, as unsigned numbers.</summary>
    static abstract TWhole Above(TWhole a, TWhole b);

    static abstract TWhole RealGreater(TReal a, TReal b);

    /// <summary>Whole numbers below 2^51 as doubles, exactly.</summary>
    static abstract TReal ToReal(TWhole value);

    /// <summary>Doubles below 2^51 to the nearest whole number; ties to the even one.</summary>
    static abstract TWhole Round(TReal value);

    /// <summary>The next value where the mask is set, else the old one; change is the bits in which they differ where every earlier mask is set as well.</summary>
    static abstract TReal Switch(TWhole mask, TReal old, TReal next, TReal change);

    /// <summary>a + b where the mask is set, else a.</summary>
    static abstract TWhole AddWhere(TWhole mask, TWhole a, TWhole b);

    /// <summary>a + b where x is greater than an edge, else a.</summary>
    static abstract TWhole AddWhereGreater(TWhole x, TWhole edge, TWhole a, TWhole b);

    /// <summary>a + b where x is greater than an edge, else a.</summary>
    static abstract TWhole AddWhereRealGreater(TReal x, TReal edge, TWhole a, TWhole b);

    static abstract TReal Select(TWhole mask, TReal yes, TReal no);

    static abstract TWhole SelectWhole(TWhole mask, TWhole yes, TWhole no);

    static abstract TReal AddReal(TReal a, TReal b);

    /// <summary>a b + c, fused or not: for sums that are rounded to a whole number they are known to be near enough to.</summary>
    static abstract TReal MultiplyAdd(TReal a, TReal b, TReal c);

    static abstract TReal SubtractReal(TReal a, TReal b);

    static abstract TReal Multiply(TReal a, TReal b);

    static abstract TReal Divide(TReal a, TReal b);

    static abstract TReal Min(TReal a, TReal b);

    static abstract TReal Max(TReal a, TReal b);

    static abstract TReal AsReal(TWhole bits);

    static abstract TWhole AsWhole(TReal bits);

    static abstract TReal Permute(TReal table, TWhole index);

    static abstract TReal Permute(TReal low, TReal high, TWhole index);

    /// <summary>Table entries by lane, from memory that stays where it is.</summary>
    static abstract TReal Lookup(ref double table, TWhole index);
}
#endif

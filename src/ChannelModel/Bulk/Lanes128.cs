#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChannelModel.Bulk;

/// <summary>128 bits: SSE2 and Advanced SIMD.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<long>, Vector128<double>>
{
    public static int Count => 2;

    public static bool Permutes => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Load(ref long from, nuint at) => Vector128.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadWidened(ref int from, nuint at) => Vector128.Create((long)Unsafe.Add(ref from, at), Unsafe.Add(ref from, at + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<long> value, ref long to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePast(Vector128<long> value, ref long to, nuint at) => value.StoreAlignedNonTemporal((long*)Unsafe.AsPointer(ref to) + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> LoadReal(ref double from, nuint at) => Vector128.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReal(Vector128<double> value, ref double to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Whole(long value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Real(double value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Add(Vector128<long> a, Vector128<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Subtract(Vector128<long> a, Vector128<long> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MultiplyHalves(Vector128<long> a, Vector128<long> b) => Sse2.IsSupported ? Sse2.Multiply(a.AsUInt32(), b.AsUInt32()).AsInt64() : (a & Vector128.Create(0xFFFFFFFFL)) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> ShiftRight(Vector128<long> a, int bits) => Vector128.ShiftRightLogical(a, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> IsNaN(Vector128<double> a) => ~Vector128.Equals(a, a).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Outside(Vector128<double> a, Vector128<double> least, Vector128<double> most) =>
        ~(Vector128.GreaterThanOrEqual(a, least) & Vector128.LessThanOrEqual(a, most)).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> MultiplyWhole(Vector128<long> a, Vector128<long> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Or(Vector128<long> a, Vector128<long> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> And(Vector128<long> a, Vector128<long> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Xor(Vector128<long> a, Vector128<long> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Total(Vector128<long> a) => Vector128.Sum(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector128<long> mask) => mask != Vector128<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Greater(Vector128<long> a, Vector128<long> b) => Vector128.GreaterThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Above(Vector128<long> a, Vector128<long> b) => Vector128.GreaterThan(a.AsUInt64(), b.AsUInt64()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> RealGreater(Vector128<double> a, Vector128<double> b) => Vector128.GreaterThan(a, b).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> ToReal(Vector128<long> value) => (Vector128.Create(LineKernel.MagicBits) + value).AsDouble() - Vector128.Create(LineKernel.Magic);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Round(Vector128<double> value) => (value + Vector128.Create(LineKernel.Magic)).AsInt64() - Vector128.Create(LineKernel.MagicBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Switch(Vector128<long> mask, Vector128<double> old, Vector128<double> next, Vector128<double> change) => old ^ (mask.AsDouble() & change);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> AddWhere(Vector128<long> mask, Vector128<long> a, Vector128<long> b) => a + (mask & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> AddWhereGreater(Vector128<long> x, Vector128<long> edge, Vector128<long> a, Vector128<long> b) => a + (Vector128.GreaterThan(x, edge) & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> AddWhereRealGreater(Vector128<double> x, Vector128<double> edge, Vector128<long> a, Vector128<long> b) => a + (Vector128.GreaterThan(x, edge).AsInt64() & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Select(Vector128<long> mask, Vector128<double> yes, Vector128<double> no) =>
        Vector128.ConditionalSelect(mask.AsDouble(), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> SelectWhole(Vector128<long> mask, Vector128<long> yes, Vector128<long> no) => Vector128.ConditionalSelect(mask, yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AddReal(Vector128<double> a, Vector128<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
#if NET9_0_OR_GREATER
        Vector128.MultiplyAddEstimate(a, b, c);
#else
        (a * b) + c;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> SubtractReal(Vector128<double> a, Vector128<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Multiply(Vector128<double> a, Vector128<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Divide(Vector128<double> a, Vector128<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Min(Vector128<double> a, Vector128<double> b) =>
#if NET9_0_OR_GREATER
        Vector128.MinNative(a, b);
#else
        Vector128.Min(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Max(Vector128<double> a, Vector128<double> b) =>
#if NET9_0_OR_GREATER
        Vector128.MaxNative(a, b);
#else
        Vector128.Max(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> AsReal(Vector128<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> AsWhole(Vector128<double> bits) => bits.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Permute(Vector128<double> low, Vector128<double> high, Vector128<long> index) => throw new System.NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Permute(Vector128<double> table, Vector128<long> index) => throw new System.NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Lookup(ref double table, Vector128<long> index) =>
        Vector128.Create(Unsafe.Add(ref table, (nint)index[0]), Unsafe.Add(ref table, (nint)index[1]));
}
#endif

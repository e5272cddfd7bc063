#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChannelModel.Bulk;

/// <summary>256 bits: AVX2.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<long>, Vector256<double>>
{
    public static int Count => 4;

    public static bool Permutes => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Load(ref long from, nuint at) => Vector256.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadWidened(ref int from, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref from, at).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<long> value, ref long to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePast(Vector256<long> value, ref long to, nuint at) => value.StoreAlignedNonTemporal((long*)Unsafe.AsPointer(ref to) + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> LoadReal(ref double from, nuint at) => Vector256.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReal(Vector256<double> value, ref double to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Whole(long value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Real(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Add(Vector256<long> a, Vector256<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Subtract(Vector256<long> a, Vector256<long> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MultiplyHalves(Vector256<long> a, Vector256<long> b) => Avx2.IsSupported ? Avx2.Multiply(a.AsUInt32(), b.AsUInt32()).AsInt64() : (a & Vector256.Create(0xFFFFFFFFL)) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRight(Vector256<long> a, int bits) => Vector256.ShiftRightLogical(a, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> IsNaN(Vector256<double> a) => ~Vector256.Equals(a, a).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Outside(Vector256<double> a, Vector256<double> least, Vector256<double> most) =>
        ~(Vector256.GreaterThanOrEqual(a, least) & Vector256.LessThanOrEqual(a, most)).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MultiplyWhole(Vector256<long> a, Vector256<long> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Or(Vector256<long> a, Vector256<long> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> And(Vector256<long> a, Vector256<long> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Xor(Vector256<long> a, Vector256<long> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Total(Vector256<long> a) => Vector256.Sum(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector256<long> mask) => mask != Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Greater(Vector256<long> a, Vector256<long> b) => Vector256.GreaterThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Above(Vector256<long> a, Vector256<long> b) => Vector256.GreaterThan(a.AsUInt64(), b.AsUInt64()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> RealGreater(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThan(a, b).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToReal(Vector256<long> value) => (Vector256.Create(LineKernel.MagicBits) + value).AsDouble() - Vector256.Create(LineKernel.Magic);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Round(Vector256<double> value) => (value + Vector256.Create(LineKernel.Magic)).AsInt64() - Vector256.Create(LineKernel.MagicBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Switch(Vector256<long> mask, Vector256<double> old, Vector256<double> next, Vector256<double> change) => old ^ (mask.AsDouble() & change);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> AddWhere(Vector256<long> mask, Vector256<long> a, Vector256<long> b) => a + (mask & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> AddWhereGreater(Vector256<long> x, Vector256<long> edge, Vector256<long> a, Vector256<long> b) => a + (Vector256.GreaterThan(x, edge) & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> AddWhereRealGreater(Vector256<double> x, Vector256<double> edge, Vector256<long> a, Vector256<long> b) => a + (Vector256.GreaterThan(x, edge).AsInt64() & b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Select(Vector256<long> mask, Vector256<double> yes, Vector256<double> no) =>
        Vector256.ConditionalSelect(mask.AsDouble(), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> SelectWhole(Vector256<long> mask, Vector256<long> yes, Vector256<long> no) => Vector256.ConditionalSelect(mask, yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddReal(Vector256<double> a, Vector256<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
#if NET9_0_OR_GREATER
        Vector256.MultiplyAddEstimate(a, b, c);
#else
        (a * b) + c;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> SubtractReal(Vector256<double> a, Vector256<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Divide(Vector256<double> a, Vector256<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Min(Vector256<double> a, Vector256<double> b) =>
#if NET9_0_OR_GREATER
        Vector256.MinNative(a, b);
#else
        Vector256.Min(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) =>
#if NET9_0_OR_GREATER
        Vector256.MaxNative(a, b);
#else
        Vector256.Max(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AsReal(Vector256<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> AsWhole(Vector256<double> bits) => bits.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Permute(Vector256<double> low, Vector256<double> high, Vector256<long> index) => throw new System.NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Permute(Vector256<double> table, Vector256<long> index) => throw new System.NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<double> Lookup(ref double table, Vector256<long> index)
    {
        // The tables are pinned for as long as the process lives (LineTable), so a pointer to them stays right.
        if (Avx2.IsSupported)
        {
            return Avx2.GatherVector256((double*)Unsafe.AsPointer(ref table), index, 8);
        }

        return Vector256.Create(Unsafe.Add(ref table, (nint)index[0]), Unsafe.Add(ref table, (nint)index[1]), Unsafe.Add(ref table, (nint)index[2]), Unsafe.Add(ref table, (nint)index[3]));
    }
}
#endif

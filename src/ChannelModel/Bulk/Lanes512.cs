#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ChannelModel.Bulk;

/// <summary>512 bits: AVX-512.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<long>, Vector512<double>>
{
    public static int Count => 8;

    public static bool Permutes => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Load(ref long from, nuint at) => Vector512.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadWidened(ref int from, nuint at) => Vector512.WidenLower(Vector256.LoadUnsafe(ref from, at).ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<long> value, ref long to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StorePast(Vector512<long> value, ref long to, nuint at) => value.StoreAlignedNonTemporal((long*)Unsafe.AsPointer(ref to) + at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadReal(ref double from, nuint at) => Vector512.LoadUnsafe(ref from, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreReal(Vector512<double> value, ref double to, nuint at) => value.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Whole(long value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Real(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Add(Vector512<long> a, Vector512<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Subtract(Vector512<long> a, Vector512<long> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MultiplyHalves(Vector512<long> a, Vector512<long> b) => Avx512F.Multiply(a.AsUInt32(), b.AsUInt32()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ShiftRight(Vector512<long> a, int bits) => Vector512.ShiftRightLogical(a, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> IsNaN(Vector512<double> a) => ~Vector512.Equals(a, a).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Outside(Vector512<double> a, Vector512<double> least, Vector512<double> most) =>
        ~(Vector512.GreaterThanOrEqual(a, least) & Vector512.LessThanOrEqual(a, most)).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> MultiplyWhole(Vector512<long> a, Vector512<long> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Or(Vector512<long> a, Vector512<long> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> And(Vector512<long> a, Vector512<long> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Xor(Vector512<long> a, Vector512<long> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Total(Vector512<long> a) => Vector512.Sum(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Vector512<long> mask) => mask != Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Greater(Vector512<long> a, Vector512<long> b) => Vector512.GreaterThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Above(Vector512<long> a, Vector512<long> b) => Vector512.GreaterThan(a.AsUInt64(), b.AsUInt64()).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> RealGreater(Vector512<double> a, Vector512<double> b) => Vector512.GreaterThan(a, b).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToReal(Vector512<long> value) => Avx512DQ.IsSupported ? Avx512DQ.ConvertToVector512Double(value) : (Vector512.Create(LineKernel.MagicBits) + value).AsDouble() - Vector512.Create(LineKernel.Magic);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Round(Vector512<double> value) => Avx512DQ.IsSupported ? Avx512DQ.ConvertToVector512Int64(value) : (value + Vector512.Create(LineKernel.Magic)).AsInt64() - Vector512.Create(LineKernel.MagicBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Switch(Vector512<long> mask, Vector512<double> old, Vector512<double> next, Vector512<double> change) => Vector512.ConditionalSelect(mask.AsDouble(), next, old);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> AddWhere(Vector512<long> mask, Vector512<long> a, Vector512<long> b) => Vector512.ConditionalSelect(mask, a + b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> AddWhereGreater(Vector512<long> x, Vector512<long> edge, Vector512<long> a, Vector512<long> b) => Vector512.ConditionalSelect(Vector512.GreaterThan(x, edge), a + b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> AddWhereRealGreater(Vector512<double> x, Vector512<double> edge, Vector512<long> a, Vector512<long> b) => Vector512.ConditionalSelect(Vector512.GreaterThan(x, edge).AsInt64(), a + b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Select(Vector512<long> mask, Vector512<double> yes, Vector512<double> no) =>
        Vector512.ConditionalSelect(mask.AsDouble(), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> SelectWhole(Vector512<long> mask, Vector512<long> yes, Vector512<long> no) => Vector512.ConditionalSelect(mask, yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AddReal(Vector512<double> a, Vector512<double> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
#if NET9_0_OR_GREATER
        Vector512.MultiplyAddEstimate(a, b, c);
#else
        (a * b) + c;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SubtractReal(Vector512<double> a, Vector512<double> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Divide(Vector512<double> a, Vector512<double> b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Min(Vector512<double> a, Vector512<double> b) =>
#if NET9_0_OR_GREATER
        Vector512.MinNative(a, b);
#else
        Vector512.Min(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) =>
#if NET9_0_OR_GREATER
        Vector512.MaxNative(a, b);
#else
        Vector512.Max(a, b);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> AsReal(Vector512<long> bits) => bits.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> AsWhole(Vector512<double> bits) => bits.AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Permute(Vector512<double> low, Vector512<double> high, Vector512<long> index) => Avx512F.PermuteVar8x64x2(low, index, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Permute(Vector512<double> table, Vector512<long> index) => Avx512F.PermuteVar8x64(table, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Lookup(ref double table, Vector512<long> index) =>
        Vector512.Create(Lanes256.Lookup(ref table, index.GetLower()), Lanes256.Lookup(ref table, index.GetUpper()));
}
#endif

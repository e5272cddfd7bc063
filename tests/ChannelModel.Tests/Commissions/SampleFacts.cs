using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>Facts to start from; not in the laws, which are left out on .NET 8.</summary>
internal static class SampleFacts
{
    /// <summary>January 2025 of one payee, with no measure yet.</summary>
    public static CommissionFacts Empty() =>
        CommissionFacts.For(new Id<Payee>("law"), new DateInterval(new LocalDate(2025, 1, 1), new LocalDate(2025, 1, 31)));
}

using System;
using System.Collections.Generic;
using System.Linq;
using ChannelModel.Commissions;
using NodaTime;

namespace ChannelModel.Tests.Commissions;

/// <summary>What stands around a plan, by hand: clawbacks, instalments, advances, offsets, splits of a payout, cascades, quotas of a part of the year, calendars and the ledger.</summary>
public sealed class PaymentTermsTests
{
    private static readonly Currency Cny = Currency.CNY;

    private static readonly Id<Payee> Seller = new("seller-1");

    private static readonly Rate Half = Rate.Percent(50);

    private static Money M(decimal amount) => Money.Of(amount, Cny);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(2, 50)]
    [InlineData(3, 50)]
    [InlineData(4, 0)]
    public void A_clawback_takes_the_share_of_its_window_to_the_last_month(int month, int taken)
    {
        ClawbackResult result = Clawback.None.Through(1, Rate.One).Through(3, Half).After(month, M(100m), M(7m), Rounding.HalfEven);
        (result.Amount, result.NetPaid, result.CancelledUnpaid).Should().Be((M(-taken), M(100 - taken), M(7m)));
    }

    [Fact]
    public void A_clawback_names_its_windows_and_causes()
    {
        Clawback schedule = Clawback.None.Through(0, Rate.One).Through(1, Half).ForCause("fraud", Rate.One).ForCause("return", Half);
        schedule.BecauseOf("return", M(10m), M(0m), Rounding.HalfEven).Amount.Should().Be(M(-5m));
        schedule.Windows.Select(window => window.Key).Should().Equal(0, 1);
        schedule.Invoking(s => s.Through(1, Half)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected a month after 1 and*");
        schedule.Invoking(s => s.Through(2, Rate.Percent(101))).Should().Throw<ArgumentOutOfRangeException>();
        Clawback.None.Invoking(s => s.Through(-1, Half)).Should().Throw<ArgumentOutOfRangeException>();
        schedule.Invoking(s => s.ForCause("fraud", Half)).Should().Throw<ArgumentException>().WithMessage("The cause 'fraud' is named already.*");
        schedule.Invoking(s => s.ForCause("x", Rate.Percent(-1))).Should().Throw<ArgumentOutOfRangeException>();
        schedule.Invoking(s => s.BecauseOf("x", M(1m), M(0m), Rounding.HalfEven)).Should().Throw<ArgumentException>().WithMessage("The schedule names no cause 'x'; it names fraud, return.*");
        schedule.Invoking(s => s.After(-1, M(1m), M(0m), Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>();
        schedule.Invoking(s => s.After(0, M(-1m), M(0m), Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>();
        schedule.Invoking(s => s.After(0, M(1m), M(-1m), Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>();
        schedule.After(0, M(0m), M(0m), Rounding.HalfEven).Amount.Should().Be(M(0m));
    }

    [Fact]
    public void Instalments_and_releases_add_up_to_the_last_cent()
    {
        InstalmentPlan.Of(Rate.Percent(33), Rate.Percent(33), Rate.Percent(34)).Schedule(M(0.10m), Rounding.HalfAwayFromZero).Should().Equal(M(0.03m), M(0.03m), M(0.04m));
        InstalmentPlan.Of(Rate.One).Schedule(M(5m), Rounding.HalfEven).Should().Equal(M(5m));
        Refused(() => InstalmentPlan.Of());
        Refused(() => InstalmentPlan.Of(Rate.Percent(99)));
        Refused(() => InstalmentPlan.Of(Rate.Percent(150), Rate.Percent(-50)));
        InstalmentPlan.ReleaseOnCollection(M(10m), M(300m), [M(100m), M(0m), M(100m), M(-50m), M(150m)], Rounding.HalfAwayFromZero).Should().Equal(M(3.33m), M(0m), M(3.34m), M(-1.67m), M(5m));
        FluentActions.Invoking(() => InstalmentPlan.ReleaseOnCollection(M(10m), M(300m), [M(300m), M(0.01m)], Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected payments from 0 to the invoice of 300.00 CNY.*");
        FluentActions.Invoking(() => InstalmentPlan.ReleaseOnCollection(M(10m), M(300m), [M(-0.01m)], Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => InstalmentPlan.ReleaseOnCollection(M(10m), M(0m), [], Rounding.HalfEven)).Should().Throw<ArgumentOutOfRangeException>();

        static void Refused(Func<object> make) => make.Should().Throw<ArgumentException>().WithMessage("The weights * do not add up to 100% of shares.*");
    }

    [Theory]
    [InlineData(100, 0, 30, 30, 70, 0)]
    [InlineData(100, 80, 30, 0, 20, 50)]
    [InlineData(100, 30, 30, 0, 70, 0)]
    [InlineData(100, 0, 150, 150, 0, 0)]
    [InlineData(100, 100, 20, 0, 0, 80)]
    public void An_advance_is_recouped_before_anything_is_due(int guarantee, int paid, int earned, int due, int left, int unrecouped)
    {
        AdvanceRecoupment state = AdvanceRecoupment.Of(M(guarantee), M(paid), M(earned));
        (state.DueNow, state.RemainingGuarantee, state.Unrecouped).Should().Be((M(due), M(left), M(unrecouped)));
    }

    [Fact]
    public void Amounts_below_zero_are_no_state_of_an_advance_or_an_offset()
    {
        foreach ((decimal guarantee, decimal paid, decimal earned) in new[] { (-1m, 0m, 0m), (0m, -1m, 0m), (0m, 0m, -1m) })
        {
            FluentActions.Invoking(() => AdvanceRecoupment.Of(M(guarantee), M(paid), M(earned))).Should().Throw<ArgumentOutOfRangeException>();
        }

        AdvanceRecoupment.Of(M(0m), M(0m), M(0m)).DueNow.Should().Be(M(0m));
        FluentActions.Invoking(() => BalanceOffset.OldestFirst([M(-1m)], [])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => BalanceOffset.OldestFirst([], [M(-1m)])).Should().Throw<ArgumentOutOfRangeException>();
        BalanceOffset offset = BalanceOffset.OldestFirst([M(30m), M(50m), M(5m)], [M(40m), M(40m), M(9m)]);
        offset.Taken.Should().Equal(M(40m), M(40m), M(5m));
        offset.Paid.Should().Equal(M(0m), M(0m), M(4m));
        offset.Open.Should().Equal(M(0m), M(0m), M(0m));
        BalanceOffset.OldestFirst([M(30m), M(30m)], [M(40m)]).Open.Should().Equal(M(0m), M(20m));
        BalanceOffset.OldestFirst([M(1m), M(1m)], [M(1m), M(1m)]).Taken.Should().Equal(M(1m), M(1m));
    }

    [Fact]
    public void A_payout_is_split_by_largest_remainders_and_the_first_of_equals_gets_the_cent()
    {
        PayoutSplit thirds = PayoutSplit.Of(("a", Rate.Percent(33.3333m)), ("b", Rate.Percent(33.3333m)), ("c", Rate.Percent(33.3334m)));
        thirds.Split(M(1m), Rounding.HalfEven).Select(part => (part.Party, part.Amount.Amount)).Should().Equal(("a", 0.33m), ("b", 0.33m), ("c", 0.34m));
        thirds.Split(M(-0.02m), Rounding.HalfEven).Select(part => part.Amount.Amount).Should().Equal(-0.01m, 0m, -0.01m);
        PayoutSplit.Of(("a", Half), ("b", Half)).Split(M(0.01m), Rounding.HalfEven).Select(part => part.Amount.Amount).Should().Equal(0.01m, 0m);
        PayoutSplit credit = PayoutSplit.OfCredit(("a", Rate.One), ("b", Half));
        credit.Credit(M(0.03m), Rounding.HalfAwayFromZero).Select(part => part.Amount.Amount).Should().Equal(0.03m, 0.02m);
        credit.Invoking(split => split.Split(M(1m), Rounding.HalfEven)).Should().Throw<InvalidOperationException>();
        thirds.Invoking(split => split.Split(M(0.001m), Rounding.HalfEven)).Should().Throw<ArgumentException>().WithMessage("*is finer than the rounding*");
        Refused("The shares of a payout add up to 50%, not to 100%.*", ("a", Half));
        Refused("Expected at least one party.*");
        Refused("'a' with 50%: expected every party once*", ("a", Half), ("a", Half));
        Refused("' ' with 100%*", (" ", Rate.One));
        Refused("'a' with 150%*", ("a", Rate.Percent(150)), ("b", Rate.Percent(-50)));

        static void Refused(string message, params (string, Rate)[] shares) => FluentActions.Invoking(() => PayoutSplit.Of(shares)).Should().Throw<ArgumentException>().WithMessage(message);
    }

    [Theory]
    [InlineData(CascadeBasis.CommissionBelow, "10 0.5 0.13", "0.13")]
    [InlineData(CascadeBasis.LessLowerLevels, "10 4.5 21.38", "21.38")]
    public void A_cascade_pays_each_level_on_what_its_basis_says(CascadeBasis basis, string paid, string top)
    {
        Cascade cascade = Cascade.Of(basis, Rate.Percent(10), Rate.Percent(5), Rate.Percent(25));
        cascade.Pay(M(100m), Rounding.HalfAwayFromZero).Select(level => ((double)level.Amount).ToString(System.Globalization.CultureInfo.InvariantCulture)).Should().Equal(paid.Split(' '));
        cascade.PayTop(M(100m), Rounding.HalfAwayFromZero).Amount.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(top);
    }

    [Fact]
    public void The_top_of_a_cascade_is_rounded_once()
    {
        Cascade cascade = Cascade.Of(CascadeBasis.CommissionBelow, Rate.Percent(1), Half);
        cascade.Pay(M(0.50m), Rounding.HalfAwayFromZero).Should().Equal(M(0.01m), M(0.01m));
        cascade.PayTop(M(0.50m), Rounding.HalfAwayFromZero).Should().Be(M(0m), "half of 0.005 is 0.0025");
    }

    [Fact]
    public void A_quota_of_a_part_of_the_year_is_that_part_of_each_quarter()
    {
        Rate[] weights = [Rate.Percent(10), Rate.Percent(20), Rate.Percent(30), Rate.Percent(40)];
        Quota(QuotaProration.ByMonths, "2025-01-01", "2025-12-31").Should().Be(1_200m);
        Quota(QuotaProration.ByMonths, "2025-03-15", "2025-05-02").Should().Be(200m, "a third of 120 and two thirds of 240");
        Quota(QuotaProration.ByMonths, "2025-10-31", "2025-12-01").Should().Be(480m);
        Quota(QuotaProration.ByDays, "2025-01-01", "2025-12-31").Should().Be(1_200m);
        Quota(QuotaProration.ByDays, "2025-03-31", "2025-04-01").Should().Be(3.97m, "a 90th of 120 and a 91st of 240");
        Quota(QuotaProration.ByDays, "2025-08-01", "2025-08-31").Should().Be(121.30m, "31 of 92 days of 360");
        Quota(QuotaProration.ByDays, "2025-12-31", "2025-12-31").Should().Be(5.22m);
        FluentActions.Invoking(() => QuotaProration.ByDays(M(1m), [Rate.One], Year(), Rounding.HalfEven)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => QuotaProration.ByDays(M(1m), [Half, Half, Half, Half], Year(), Rounding.HalfEven)).Should().Throw<ArgumentException>().WithMessage("Expected four weights of together 100%*");
        FluentActions.Invoking(() => QuotaProration.ByDays(M(1m), weights, new DateInterval(Day("2024-12-31"), Day("2025-01-01")), Rounding.HalfEven)).Should().Throw<ArgumentException>();

        decimal Quota(Func<Money, IReadOnlyList<Rate>, DateInterval, Rounding, Money> by, string from, string to) => by(M(1_200m), weights, new DateInterval(Day(from), Day(to)), Rounding.HalfAwayFromZero).Amount;
        static DateInterval Year() => new(Day("2025-01-01"), Day("2025-12-31"));
    }

    [Fact]
    public void Calendars_find_the_period_of_a_day()
    {
        Spans(PeriodCalendar.Months, "2024-02-29").Should().Be("2024-02-01 2024-02-29");
        Spans(PeriodCalendar.Quarters, "2025-03-31").Should().Be("2025-01-01 2025-03-31");
        Spans(PeriodCalendar.Quarters, "2025-12-01").Should().Be("2025-10-01 2025-12-31");
        Spans(PeriodCalendar.IsoWeeks, "2025-01-01").Should().Be("2024-12-30 2025-01-05");
        PeriodCalendar retail = PeriodCalendar.FourFourFive(Day("2023-01-29"), Day("2024-02-04"), Day("2025-02-02"));
        new[] { "2023-01-29", "2023-02-26", "2023-03-26", "2023-04-30", "2024-02-03", "2024-02-04", "2025-02-01" }.Select(day => Spans(retail, day)).Should().Equal(
            "2023-01-29 2023-02-25", "2023-02-26 2023-03-25", "2023-03-26 2023-04-29", "2023-04-30 2023-05-27", "2023-12-24 2024-02-03", "2024-02-04 2024-03-02", "2024-12-29 2025-02-01");
        retail.Invoking(calendar => calendar.PeriodOf(Day("2025-02-02"))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("The calendar '4-4-5' has no period for that day.*");
        FluentActions.Invoking(() => PeriodCalendar.FourFourFive(Day("2023-01-01"), Day("2024-01-01"))).Should().Throw<ArgumentException>().WithMessage("2023-01-01 and 2024-01-01 are 365 days apart, not 364 or 371.*");
        FluentActions.Invoking(() => PeriodCalendar.Custom("x", [])).Should().Throw<ArgumentException>().WithMessage("Expected at least one period.*");
        FluentActions.Invoking(() => PeriodCalendar.Custom("x", [Span("2025-01-01", "2025-01-10"), Span("2025-01-12", "2025-01-20")])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PeriodCalendar.Custom("x", [Span("2025-01-01", "2025-01-10"), Span("2025-01-10", "2025-01-20")])).Should().Throw<ArgumentException>();
        Spans(PeriodCalendar.Custom("x", [Span("2025-01-01", "2025-01-10"), Span("2025-01-11", "2025-01-20")]), "2025-01-11").Should().Be("2025-01-11 2025-01-20");

        static DateInterval Span(string from, string to) => new(Day(from), Day(to));
        static string Spans(PeriodCalendar calendar, string day) => calendar.PeriodOf(Day(day)) is var span ? FormattableString.Invariant($"{span.Start:uuuu-MM-dd} {span.End:uuuu-MM-dd}") : string.Empty;
    }

    [Fact]
    public void Credits_follow_assignments_and_say_why_nobody_gets_one()
    {
        Assignment north = Assignment.Of(Seller, "sales", Day("2025-01-01"), Day("2025-02-01"), Half).Where("region", "north", "east");
        (north.WhyNot(Sale("2025-01-01", "east")), north.WhyNot(Sale("2025-01-31", "north"))).Should().Be((null, null));
        north.WhyNot(Sale("2025-02-01", "north")).Should().Be("2025-02-01 is outside [2025-01-01, 2025-02-01)");
        north.WhyNot(Sale("2024-12-31", "north")).Should().StartWith("2024-12-31 is outside");
        north.WhyNot(Sale("2025-01-01", "south")).Should().Be("region 'south' is not north or east");
        north.WhyNot(new SaleLine("s", Day("2025-01-01"), M(1m))).Should().Be("it has no region");
        Crediting.Credit([Sale("2025-01-01", "north"), Sale("2025-01-01", "south")], [north], Rounding.HalfAwayFromZero).Select(credit => (credit.Amount.Amount, credit.Reason)).Should().Equal(
            (0.51m, null), (0m, "region 'south' is not north or east"));
        Crediting.Credit([Sale("2025-01-01", "north")], [], Rounding.HalfEven).Single().Reason.Should().Be("there are no assignments");
        Assignment[] shared = [north, Assignment.Of(new Id<Payee>("seller-2"), "sales", Day("2025-01-01"), null, Half), Assignment.Of(new Id<Payee>("seller-3"), "sales", Day("2025-01-01"), null, Rate.Zero)];
        Crediting.Share([Sale("2025-01-01", "north"), Sale("2025-01-01", "south")], shared, Rounding.HalfEven).Select(credit => credit.Amount.Amount).Should().Equal(0.51m, 0.50m, 1.01m);
        Crediting.Share([Sale("2024-01-01", "north")], shared, Rounding.HalfEven).Single().Reason.Should().Be("2024-01-01 is outside [2025-01-01, 2025-02-01); 2024-01-01 is outside [2025-01-01, ) (2 assignments)");
        FluentActions.Invoking(() => Crediting.Share([new SaleLine("s", Day("2025-01-01"), M(0.001m), ("region", "north"))], shared, Rounding.HalfEven)).Should().Throw<ArgumentException>().WithMessage("Sale 's' of 0.001 CNY is finer*");
        FluentActions.Invoking(() => Assignment.Of(Seller, "sales", Day("2025-01-01"), Day("2025-01-01"), Half)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Assignment.Of(Seller, "sales", Day("2025-01-01"), null, Rate.Percent(101))).Should().Throw<ArgumentException>();
        Assignment.Of(Seller, "sales", Day("2025-01-01"), Day("2025-01-02"), Rate.One).Invoking(a => a.Where("region")).Should().Throw<ArgumentException>();

        static SaleLine Sale(string day, string region) => new("s", Day(day), M(1.01m), ("region", region));
    }

    [Fact]
    public void Versions_touch_but_do_not_overlap()
    {
        PlanHistory history = PlanHistory.AnchoredAt(DateAnchor.Order).With(Five(), Day("2025-02-01"), Day("2025-03-01"));
        history.With(Five(), Day("2025-03-01"), null).With(Five(), Day("2025-01-01"), Day("2025-02-01")).Versions.Select(version => (version.Number, version.From)).Should().Equal(
            (3, Day("2025-01-01")), (1, Day("2025-02-01")), (2, Day("2025-03-01")));
        history.Invoking(h => h.With(Five(), Day("2025-01-01"), null)).Should().Throw<ArgumentException>().WithMessage("*2025-01-01, open) overlaps version 1*");
        history.Invoking(h => h.With(Five(), Day("2025-02-28"), null)).Should().Throw<ArgumentException>();
        history.Invoking(h => h.With(Five(), Day("2025-04-01"), Day("2025-04-01"))).Should().Throw<ArgumentException>().WithMessage("A version from 2025-04-01 cannot end before 2025-04-01*");
        history.Invoking(h => h.With(Five(Currency.USD), Day("2025-04-01"), null)).Should().Throw<ArgumentException>().WithMessage("The plan is in USD, version 1 in CNY.*");
        history.Invoking(h => h.Amend(Five(), Day("2025-04-01"))).Should().Throw<ArgumentException>().WithMessage("No version is open on 2025-04-01.*");
        PlanHistory open = history.With(Five(), Day("2025-03-01"), null);
        open.Invoking(h => h.Amend(Five(), Day("2025-03-01"))).Should().Throw<ArgumentException>();
        open.Amend(Five(), Day("2025-05-01")).Versions.Select(version => version.Until).Should().Equal(Day("2025-03-01"), Day("2025-05-01"), null);
    }

    [Fact]
    public void A_ledger_books_each_key_once_and_corrects_each_entry_once()
    {
        ResolvedPlan rules = PlanHistory.AnchoredAt(DateAnchor.Order).With(Five(), Day("2025-01-01"), null).Resolve(Day("2025-01-31"));
        CommissionStatement first = rules.Explain(Facts(Seller, 1_000m));
        CommissionStatement right = rules.Explain(Facts(Seller, 1_200m));
        CommissionStatement other = rules.Explain(Facts(new Id<Payee>("seller-2"), 1_000m));
        LocalDate day = Day("2025-02-03");
        CommissionLedger ledger = CommissionLedger.Open(Cny).Book("one", first, day).Book("two", other, day);
        ledger.Correct(1, "fix", right, day).Entries.Select(entry => (entry.Number, entry.Kind, entry.Amount.Amount, entry.Corrects)).Should().Equal(
            (1, EntryKind.Statement, 50m, null), (2, EntryKind.Statement, 50m, null), (3, EntryKind.Reversal, -50m, 1), (4, EntryKind.Rebooking, 60m, null));
        ledger.Invoking(l => l.Correct(0, "fix", right, day)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("Expected an entry from 1 to 2.*");
        ledger.Invoking(l => l.Correct(3, "fix", right, day)).Should().Throw<ArgumentOutOfRangeException>();
        ledger.Invoking(l => l.Correct(2, "fix", right, day)).Should().Throw<ArgumentException>().WithMessage("Entry 2 is a reversal, was reversed, or belongs to seller-2.*");
        CommissionLedger corrected = ledger.Correct(1, "fix", right, day);
        corrected.Invoking(l => l.Correct(1, "again", right, day)).Should().Throw<ArgumentException>();
        corrected.Invoking(l => l.Correct(3, "again", right, day)).Should().Throw<ArgumentException>();
        corrected.Correct(4, "again", first, day).NetOf(Seller).Should().Be(M(50m));
        corrected.Invoking(l => l.Replay(0, PlanHistory.AnchoredAt(DateAnchor.Order))).Should().Throw<ArgumentOutOfRangeException>();
        corrected.Invoking(l => l.Replay(5, PlanHistory.AnchoredAt(DateAnchor.Order))).Should().Throw<ArgumentOutOfRangeException>();
        ledger.Replay(1, PlanHistory.AnchoredAt(DateAnchor.Order).With(Five(), Day("2025-01-01"), null)).Should().BeEmpty();
        ledger.Invoking(l => l.Book("one", other, day)).Should().Throw<ArgumentException>().WithMessage("The key 'one' was booked before for other facts*");
        CommissionLedger.Open(Currency.USD).Invoking(l => l.Book("one", first, day)).Should().Throw<ArgumentException>().WithMessage("The amount is in CNY, the ledger in USD.*");
        ledger.Invoking(l => l.Book("no id\u0001", first, day)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_linked_return_stays_within_its_sale()
    {
        new LinkedReturn("r", M(100m), M(10m), M(60m), M(40m)).TakenBack(Rounding.HalfEven).Should().Be(M(4m));
        foreach ((decimal sold, decimal before, decimal returned) in new[] { (0m, 0m, 1m), (100m, 0m, 0m), (100m, -1m, 1m), (100m, 60m, 40.01m), (100m, 0m, -1m) })
        {
            FluentActions.Invoking(() => new LinkedReturn("r", M(sold), M(10m), M(before), M(returned))).Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    private static CommissionPlan Five(Currency? currency = null) => CommissionPlan.Define("five", currency ?? Cny).Pay(TierTable.Percent(5), Basis.NetRevenue, Cycle.Month)
        .Round(Rounding.HalfAwayFromZero, RoundingPlace.Statement).Build();

    private static CommissionFacts Facts(Id<Payee> payee, decimal revenue) => CommissionFacts.For(payee, new DateInterval(Day("2025-01-01"), Day("2025-01-31"))).With(Basis.NetRevenue, revenue);
}

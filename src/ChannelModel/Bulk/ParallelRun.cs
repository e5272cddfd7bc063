using System;
using System.Threading;
using System.Threading.Tasks;
using Ardalis.GuardClauses;

namespace ChannelModel.Bulk;

/// <summary>How a bulk verb uses several threads: how many, whom it tells of progress, and what cancels it.</summary>
/// <remarks>
/// <para>The verb returns when all its threads have stopped, so memory on the stack or outside the managed heap may be used as well.</para>
/// <para>Equality is by reference. Immutable, hence safe for use by several threads.</para>
/// </remarks>
public sealed class ParallelRun
{
    private const int Block = 1 << 16;
    private readonly IProgress<long>? _progress;
    private readonly CancellationToken _cancellation;

    private ParallelRun(int threads, IProgress<long>? progress, CancellationToken cancellation)
    {
        Threads = threads;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Gets the greatest number of threads, the caller's among them.</summary>
    public int Threads { get; }

    /// <summary>States the number of threads. The library does not look at the machine.</summary>
    /// <param name="threads">1 or more.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static ParallelRun On(int threads) => threads >= 1
        ? new(threads, null, CancellationToken.None)
        : throw new ArgumentOutOfRangeException(nameof(threads), threads, "Expected 1 thread or more.");

    /// <summary>Reports how many rows are done, after every block of 65 536 rows, in ascending numbers, on the thread that did the block.</summary>
    /// <param name="rows">Who is told.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    public ParallelRun Reporting(IProgress<long> rows) => new(Threads, Guard.Against.Null(rows), _cancellation);

    /// <summary>Stops between two blocks when a token is cancelled; the rows of finished blocks are there, and the verb throws.</summary>
    /// <param name="cancellation">The token.</param>
    /// <returns>The run.</returns>
    public ParallelRun CancelledBy(CancellationToken cancellation) => new(Threads, _progress, cancellation);

    /// <summary>Tells of rows that were done without blocks, or stops before them.</summary>
    internal void Told(int rows)
    {
        _cancellation.ThrowIfCancellationRequested();
        _progress?.Report(rows);
    }

    /// <summary>Runs a pass that comes before the one whose progress is told.</summary>
    internal void Quietly(int rows, Action<int, int, int> body) => new ParallelRun(Threads, null, _cancellation).Over(rows, (worker, start, length) =>
    {
        body(worker, start, length);
        return 0;
    });

    /// <summary>Runs a body over blocks of rows.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="body">Worker, start and length; returns how many rows failed.</param>
    /// <returns>The sum of what the bodies returned.</returns>
    internal int Over(int rows, Func<int, int, int, int> body)
    {
        int next = 0;
        int failures = 0;
        long done = 0;
#if NET9_0_OR_GREATER
        var order = new Lock();
#else
        var order = new object();
#endif
        int blocks = (rows + Block - 1) / Block;
        void Work(int worker)
        {
            int failed = 0;
            for (int block = Interlocked.Increment(ref next) - 1; block < blocks && !_cancellation.IsCancellationRequested; block = Interlocked.Increment(ref next) - 1)
            {
                int start = block * Block;
                int length = Math.Min(Block, rows - start);
                failed += body(worker, start, length);
                if (_progress is not null)
                {
                    lock (order)
                    {
                        done += length;
                        _progress.Report(done);
                    }
                }
            }

            _ = Interlocked.Add(ref failures, failed);
        }

        int threads = Math.Min(Threads, blocks);
        if (threads <= 1)
        {
            Work(0);
        }
        else
        {
            _ = Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, Work);
        }

        _cancellation.ThrowIfCancellationRequested();
        return failures;
    }
}

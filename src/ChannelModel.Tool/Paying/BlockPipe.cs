using System;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace ChannelModel.Tool.Paying;

/// <summary>Hands full blocks to a second thread, in their order, and gets empty ones back: while one thread reads, the other works. Three blocks go round, whatever the length of the file.</summary>
internal sealed class BlockPipe : IDisposable
{
    private const int Blocks = 3;

    private readonly BlockingCollection<FactsBlock> _full = [];
    private readonly BlockingCollection<FactsBlock> _empty = [];
    private readonly CancellationTokenSource _stopped = new();
    private readonly Task _worker;
    private ExceptionDispatchInfo? _failure;

    public BlockPipe(int columns, Action<FactsBlock> work)
    {
        for (int i = 0; i < Blocks; i++)
        {
            _empty.Add(new FactsBlock(columns));
        }

        Current = _empty.Take();
        _worker = Task.Factory.StartNew(() => Work(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Gets the block that is being filled.</summary>
    public FactsBlock Current { get; private set; }

    /// <summary>Hands the block over, and takes an empty one.</summary>
    public void Next()
    {
        _full.Add(Current);
        try
        {
            Current = _empty.Take(_stopped.Token);
        }
        catch (OperationCanceledException)
        {
            _failure?.Throw();
        }
    }

    /// <summary>Hands the last block over and waits until all work is done.</summary>
    public void Finish()
    {
        _full.Add(Current);
        _full.CompleteAdding();
        _worker.Wait();
        _failure?.Throw();
    }

    public void Dispose()
    {
        _full.CompleteAdding();
        _worker.Wait();
        _full.Dispose();
        _empty.Dispose();
        _stopped.Dispose();
        _worker.Dispose();
    }

    private void Work(Action<FactsBlock> work)
    {
        try
        {
            foreach (FactsBlock block in _full.GetConsumingEnumerable())
            {
                work(block);
                block.Clear();
                _empty.Add(block);
            }
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
            _stopped.Cancel();
        }
    }
}

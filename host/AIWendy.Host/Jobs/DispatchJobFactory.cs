using Quartz;
using Quartz.Spi;

namespace AIWendy.Host.Jobs;

/// <summary>Makes the one kind of job.</summary>
internal sealed class DispatchJobFactory(Func<DispatchJob> create) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => create();

    public void ReturnJob(IJob job)
    {
    }
}

// The job scheduler is known by name within a process, so that two hosts at a time would stop each other's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

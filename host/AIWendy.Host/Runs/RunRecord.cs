using AIWendy.Host.Calls;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>A run with everything that its execution needs.</summary>
/// <param name="Run">What others see.</param>
/// <param name="Call">Tenant and person on whose behalf it works.</param>
/// <param name="Input">What the handler was given.</param>
internal sealed record RunRecord(Run Run, CallState Call, string Input);

namespace AIWendy.Host.Configuration;

/// <summary>The operator's figures of what is limited.</summary>
internal sealed record RateLimitFigures
{
    /// <summary>Whether anything is limited.</summary>
    public bool Enabled { get; init; }

    /// <summary>Questions per hour without a plan that is paid for.</summary>
    public int FreeChatHourly { get; init; } = 10;

    /// <summary>Imports and entries of the journal per day without a plan that is paid for.</summary>
    public int FreeJournalDaily { get; init; } = 3;

    /// <summary>Questions per hour on a plan that is paid for.</summary>
    public int ProChatHourly { get; init; } = 100;

    /// <summary>Imports and entries of the journal per day on a plan that is paid for.</summary>
    public int ProJournalDaily { get; init; } = 999;

    /// <summary>Attempts to sign in per minute and address.</summary>
    public int SignInPerMinute { get; init; } = 20;

    /// <summary>New accounts per hour and address.</summary>
    public int RegistrationHourly { get; init; } = 10;

    /// <summary>Mails that anybody can ask for, per hour and address.</summary>
    public int PasswordMailHourly { get; init; } = 5;

    /// <summary>Streams that one person, or one address where nobody is signed in, may hold open at each process.</summary>
    public int StreamsPerCaller { get; init; } = 1000;
}

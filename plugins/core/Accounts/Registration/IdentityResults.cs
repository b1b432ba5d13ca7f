using AIWendy.Sdk;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>Turns what Identity refuses into problem details; our validators name the field in the error's code.</summary>
internal static class IdentityResults
{
    public static void Demand(this IdentityResult result, string language)
    {
        if (result.Succeeded)
        {
            return;
        }

        IdentityError first = result.Errors.First();
        if (first.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure))
        {
            throw AccountProblems.ChangedElsewhere(language);
        }

        throw new ProblemException(400, "validation_failed", first.Description)
        {
            Errors = result.Errors
                .GroupBy(error => error.Code)
                .ToDictionary(group => group.Key, group => group.Select(error => error.Description).ToArray()),
        };
    }
}

using System.Text.RegularExpressions;

namespace AIWendy.Architecture.Tests;

/// <summary>What a refusal says is said in the caller's language.</summary>
public sealed partial class ProblemTextTests
{
    [Fact]
    public void Every_refusal_of_a_plugin_of_the_core_speaks_both_languages()
    {
        List<string> statements = [];
        foreach (string file in Repository.Files(["plugins/core"], ".cs"))
        {
            string text = File.ReadAllText(file);
            statements.AddRange(Refusal().Matches(text).Select(match => $"{Repository.Relative(file)}: {match.Value}"));
        }

        statements.Should().HaveCountGreaterThan(30);
        statements.Where(statement => !IsTranslated().IsMatch(statement)).Should().BeEmpty("a literal alone reaches everybody in English");
    }

    [Theory]
    [InlineData("plugins/core/Coaching/web/texts/zh-CN.ts")]
    [InlineData("plugins/core/Models/web/texts/zh-CN.ts")]
    public void Every_code_of_a_model_error_has_a_chinese_text(string texts)
    {
        string[] codes = [.. Repository.Files(["plugins/core/Models/Streaming"], ".cs")
            .Where(file => Path.GetFileName(file) is "ModelErrors.cs" or "HttpFailure.cs")
            .SelectMany(file => ModelCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()];
        string chinese = File.ReadAllText(Path.Combine(Repository.Root, texts));

        codes.Should().HaveCountGreaterThan(8);
        codes.Where(code => !Regex.IsMatch(chinese, $@"\b{code}: '[^']*\p{{IsCJKUnifiedIdeographs}}")).Should().BeEmpty();
    }

    // From the call to the end of the statement or of the branch that it stands in.
    [GeneratedRegex("""(new ProblemException\(\d|ProblemException\.Invalid\()[^;]*?[;}]""")]
    private static partial Regex Refusal();

    [GeneratedRegex("""Text\.Of\(|new Text\(|\.For\(|chinese|first\.Description""")]
    private static partial Regex IsTranslated();

    [GeneratedRegex(""" "(model_[a-z_]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ModelCode();
}

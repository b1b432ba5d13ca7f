using AIWendy.Plugins.Journal.Endpoints;

namespace AIWendy.Plugins.Journal.Screenshots;

/// <summary>A point of a picture, as parts of its width and height from the top left: 0 to 1.</summary>
internal sealed record ShapePoint(decimal X, decimal Y);

/// <summary>Something drawn on a picture.</summary>
/// <param name="Type"><c>line</c>, <c>arrow</c>, <c>box</c>, <c>pen</c> or <c>text</c>.</param>
/// <param name="Tone"><c>accent</c>, <c>gain</c>, <c>loss</c> or <c>warn</c>.</param>
/// <param name="Points">Ends of a line or arrow, corners of a box, course of a pen, place of a text.</param>
/// <param name="Text">Words of a text.</param>
internal sealed record Shape(string? Type, string? Tone, IReadOnlyList<ShapePoint>? Points, string? Text)
{
    private const int MostShapes = 100;
    private const int MostPoints = 500;

    private static readonly string[] Types = ["line", "arrow", "box", "pen", "text"];
    private static readonly string[] Tones = ["accent", "gain", "loss", "warn"];

    /// <summary>Checks what people drew.</summary>
    public static Shape[] Check(IReadOnlyList<Shape> shapes) => shapes.Count <= MostShapes
        ? [.. shapes.Select(Check)]
        : throw Inputs.Invalid("shapes", $"may hold at most {MostShapes} entries.", $"最多 {MostShapes} 项。");

    private static Shape Check(Shape? shape) => shape is not null && IsDrawable(shape)
        ? shape with { Text = Inputs.Word("shapes", shape.Text, 200) }
        : throw Inputs.Invalid("shapes", "holds something that can not be drawn.", "含有无法绘制的内容。");

    private static bool IsDrawable(Shape shape)
    {
        IReadOnlyList<ShapePoint> points = shape.Points ?? [];
        int least = shape.Type == "text" ? 1 : 2;
        return Types.Contains(shape.Type) && Tones.Contains(shape.Tone) && points.Count >= least && points.Count <= MostPoints
            && points.All(point => point is { X: >= 0 and <= 1, Y: >= 0 and <= 1 });
    }
}

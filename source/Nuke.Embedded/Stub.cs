// Stands in for types that Tooling brings; whoever brings one deletes it here.
#pragma warning disable
namespace Nuke.Common.Tooling
{
    public delegate T Configure<T>(T options);
    public delegate void Tool();
    public interface IRequireTool; public interface IRequireToolWithVersion : IRequireTool;
    public class ToolRequirement; static class ToolRequirements { public static ToolRequirement[] Get(System.Type t, string? v) => []; }
    public abstract class Enumeration { protected string Value { get; set; } = null!; }
    static class ProcessRegistry { public static void KillAll() { } public static void Reopen() { } }
    public class EnumValueAttribute(string value) : System.Attribute { public string Value => value; }
    public static class EnumStub { public static string GetValue<T>(this T value) where T : System.Enum => ((EnumValueAttribute)System.Attribute.GetCustomAttribute(typeof(T).GetField(value.ToString())!, typeof(EnumValueAttribute))!).Value; }
}

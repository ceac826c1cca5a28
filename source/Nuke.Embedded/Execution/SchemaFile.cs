using System.Text.Json;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary><c>.nuke/build.schema.json</c>: what editors complete in parameter files.</summary>
internal static class SchemaFile
{
    public static AbsolutePath Location => NukeBuild.RootDirectory / ".nuke" / "build.schema.json";

    /// <summary>Writes the file when its content is another.</summary>
    public static int Write(NukeBuild build, ParameterService parameters)
    {
        GeneratedFiles.WriteIfChanged(Location, Create(build, parameters));
        return 0;
    }

    public static byte[] Create(NukeBuild build, ParameterService parameters)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
            writer.WriteStartObject("definitions");
            WriteEnum(writer, "Host", HostDetection.Types.Select(x => x.Name));
            WriteEnum(writer, "ExecutableTarget", build.Targets.Select(x => x.Name));
            WriteEnum(writer, "Verbosity", Enum.GetNames<Verbosity>());
            writer.WriteStartObject("NukeBuild");
            WriteProperties(writer, parameters.Parameters.Where(x => x is { IsBuiltIn: true, IsListed: true }), build);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteStartArray("allOf");
            writer.WriteStartObject();
            WriteProperties(writer, parameters.Parameters.Where(x => !x.IsBuiltIn), build);
            writer.WriteEndObject();
            writer.WriteStartObject();
            writer.WriteString("$ref", "#/definitions/NukeBuild");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteEnum(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", "string");
        WriteValues(writer, values);
        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, IEnumerable<string> values)
    {
        writer.WriteStartArray("enum");
        foreach (var value in values.Distinct().Order(StringComparer.Ordinal))
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, IEnumerable<BuildParameter> parameters, NukeBuild build)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var parameter in parameters.OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject(parameter.Name);
            WriteType(writer, parameter, build);
            if (parameter.Description != null)
                writer.WriteString("description", parameter.Description.TrimEnd('.'));
            if (parameter.IsSecret)
                writer.WriteString("default", "A secret: give it in the environment, not in this file");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, BuildParameter parameter, NukeBuild build)
    {
        if (parameter.IsList)
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            WriteElement(writer, parameter, build);
            writer.WriteEndObject();
        }
        else
        {
            WriteElement(writer, parameter, build);
        }
    }

    private static void WriteElement(Utf8JsonWriter writer, BuildParameter parameter, NukeBuild build)
    {
        var definition = parameter switch
        {
            { IsBuiltIn: true, Name: BuiltInParameters.Target or BuiltInParameters.Skip } => "ExecutableTarget",
            { IsBuiltIn: true, Name: BuiltInParameters.Host } => "Host",
            { IsBuiltIn: true, Name: BuiltInParameters.Verbosity } => "Verbosity",
            _ => null,
        };
        if (definition != null)
        {
            writer.WriteString("$ref", "#/definitions/" + definition);
            return;
        }

        var type = Nullable.GetUnderlyingType(parameter.ElementType) ?? parameter.ElementType;
        var values = parameter.GetValueSet(build);
        writer.WriteString("type", Type.GetTypeCode(type) switch
        {
            _ when values != null => "string",
            TypeCode.Boolean => "boolean",
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => "integer",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "number",
            TypeCode.String => "string",
            _ => System.ComponentModel.TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)) ? "string" : "object",
        });
        if (values != null)
            WriteValues(writer, values);
    }
}

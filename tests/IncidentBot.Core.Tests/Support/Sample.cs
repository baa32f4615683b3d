using System.Reflection;
using System.Text.Json.Serialization;

namespace IncidentBot.Support;

/// <summary>Builds one of any record, with every value filled in, so that a new type needs no new test.</summary>
static class Sample
{
    public static IReadOnlyList<Type> Concrete<T>() =>
    [
        .. typeof(T).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The names under which the cases of a family are stored.</summary>
    public static IReadOnlyDictionary<Type, string> Names<T>() => typeof(T)
        .GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
        .ToDictionary(one => one.DerivedType, one => (string)one.TypeDiscriminator!);

    public static T Of<T>(Type type) => (T)Of(type, type.Name);

    static object Of(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Of(inner, name);
        if (type == typeof(string))
            return $"some {name}";
        if (type == typeof(int))
            return 3;
        if (type == typeof(double))
            return 0.25;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return Some.Moment;
        if (type == typeof(Uri))
            return new Uri("https://example.org/");
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ListOf(type.GetGenericArguments()[0], name);
        return Made(type.IsAbstract ? type.GetCustomAttributes<JsonDerivedTypeAttribute>(false).First().DerivedType : type);
    }

    static Array ListOf(Type item, string name)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Of(item, name), 0);
        return list;
    }

    static object Made(Type type)
    {
        var constructor = type.GetConstructors().FirstOrDefault(one => one.IsDefined(typeof(JsonConstructorAttribute)))
            ?? type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(one => Of(one.ParameterType, one.Name!))]);
    }
}

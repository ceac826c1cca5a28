using Slipway.Workflows.Local.Expressions;

namespace Slipway.Tests.Workflows.Local;

public class ExpressionTests
{
    private static readonly ExpressionScope Scope = ExpressionScope.Empty
        .With("env", Json("""{ "A": "x", "EMPTY": "", "TEXT": "it's" }"""))
        .With("github", Json(
            """
            {
              "ref": "refs/heads/main", "event_name": "push", "actor": "octocat",
              "event": { "issue": { "labels": [{ "name": "bug" }, { "name": "Help Wanted" }] }, "number": 7, "draft": false }
            }
            """))
        .With("matrix", Json("""{ "rust-target": "x86_64", "list": ["a", "b", 3], "experimental": true }"""))
        .With("vars", Json("""{ "fruits": [{ "name": "apple", "n": 1 }, { "name": "orange", "n": 2 }], "map": { "one": { "v": [1, 2] }, "two": { "v": [3] } } }"""))
        .WithHashFiles(patterns => $"hash of {string.Join('+', patterns)}");

    [Theory]
    // Literals.
    [InlineData("null", "")]
    [InlineData("false", "false")]
    [InlineData("711", "711")]
    [InlineData("-9.2", "-9.2")]
    [InlineData("0xff", "255")]
    [InlineData("0o17", "15")]
    [InlineData("-2.99e-2", "-0.0299")]
    [InlineData(".5", "0.5")]
    [InlineData("'Mona the Octocat'", "Mona the Octocat")]
    [InlineData("'It''s open source!'", "It's open source!")]
    [InlineData("1e3", "1000")]
    [InlineData("-Infinity", "-Infinity")]
    // Contexts.
    [InlineData("github.ref", "refs/heads/main")]
    [InlineData("GITHUB.Ref", "refs/heads/main")]
    [InlineData("github['event_name']", "push")]
    [InlineData("github[format('event{0}', '_name')]", "push")]
    [InlineData("github.event.issue.labels[1].name", "Help Wanted")]
    [InlineData("github.event.issue.labels[9].name", "")]
    [InlineData("github.nothing.of.this", "")]
    [InlineData("matrix.rust-target", "x86_64")]
    [InlineData("matrix.list[2]", "3")]
    [InlineData("matrix.list", "Array")]
    [InlineData("github.event", "Object")]
    // Filters.
    [InlineData("join(github.event.issue.labels.*.name, '; ')", "bug; Help Wanted")]
    [InlineData("join(github.event.issue.labels[*].name)", "bug,Help Wanted")]
    [InlineData("join(vars.fruits.*.name, ', ')", "apple, orange")]
    [InlineData("join(vars.map.*.v.*)", "1,2,3")]
    [InlineData("join(vars.fruits.*.missing)", "")]
    [InlineData("vars.fruits.*.name[0]", "Array")]
    // Operators give operands.
    [InlineData("env.EMPTY || 'default'", "default")]
    [InlineData("env.A && 'yes' || 'no'", "yes")]
    [InlineData("env.EMPTY && 'yes' || 'no'", "no")]
    [InlineData("0 || null || 'last'", "last")]
    [InlineData("!env.EMPTY", "true")]
    [InlineData("!!1", "true")]
    // What binds first.
    [InlineData("true || false && false", "true")]
    [InlineData("(true || false) && false", "false")]
    [InlineData("1 == 2 || 3 > 2", "true")]
    [InlineData("1 < 2 == true", "true")]
    [InlineData("!false && true", "true")]
    // Loose comparison.
    [InlineData("'A' == 'a'", "true")]
    [InlineData("'A' != 'b'", "true")]
    [InlineData("1 == '1'", "true")]
    [InlineData("'0x10' == 16", "true")]
    [InlineData("null == 0", "true")]
    [InlineData("null == ''", "true")]
    [InlineData("true == 1", "true")]
    [InlineData("true == 'true'", "false")]
    [InlineData("'abc' == 0", "false")]
    [InlineData("NaN == NaN", "false")]
    [InlineData("NaN != NaN", "true")]
    [InlineData("'abc' < 1", "false")]
    [InlineData("'abc' >= 1", "false")]
    [InlineData("'B' > 'a'", "true")]
    [InlineData("'10' > '9'", "false")]
    [InlineData("10 > '9'", "true")]
    [InlineData("2 <= 2", "true")]
    [InlineData("matrix.list == matrix.list", "true")]
    [InlineData("fromJSON('[1]') == fromJSON('[1]')", "false")]
    [InlineData("fromJSON('[1]') == 1", "false")]
    // Functions.
    [InlineData("contains('Hello world', 'LLO')", "true")]
    [InlineData("contains(github.event.issue.labels.*.name, 'BUG')", "true")]
    [InlineData("contains(matrix.list, '3')", "true")]
    [InlineData("contains(matrix.list, 'bb')", "false")]
    [InlineData("contains(fromJSON('[\"push\", \"pull_request\"]'), github.event_name)", "true")]
    [InlineData("contains(github.event, 'x')", "false")]
    [InlineData("startsWith('Hello world', 'he')", "true")]
    [InlineData("startsWith(github.ref, 'refs/tags/')", "false")]
    [InlineData("endsWith('Hello world', 'LD')", "true")]
    [InlineData("ENDSWITH(123, 3)", "true")]
    [InlineData("format('Hello {0} {1} {2}', 'Mona', 'the', 'Octocat')", "Hello Mona the Octocat")]
    [InlineData("format('{{Hello {0}!}}', 'Mona')", "{Hello Mona!}")]
    [InlineData("format('{0}{0}', true)", "truetrue")]
    [InlineData("join('text', '-')", "text")]
    [InlineData("join(matrix.list, '')", "ab3")]
    [InlineData("fromJSON('{\"a\": {\"b\": [null, 1.50]}}').a.b[1]", "1.5")]
    [InlineData("fromJSON('true')", "true")]
    [InlineData("toJSON('a\"b')", "\"a\\\"b\"")]
    [InlineData("toJSON(fromJSON('[]'))", "[]")]
    [InlineData("toJSON(null)", "null")]
    [InlineData("toJSON(fromJSON('{\"a\":1,\"b\":[true]}'))", "{\n  \"a\": 1,\n  \"b\": [\n    true\n  ]\n}")]
    [InlineData("fromJSON(toJSON(matrix)).experimental", "true")]
    [InlineData("hashFiles('**/Cargo.lock', 'x')", "hash of **/Cargo.lock+x")]
    [InlineData("case(env.EMPTY, 1, env.A == 'x', 2, 3)", "2")]
    [InlineData("case(false, 1, 3)", "3")]
    public void Expressions_have_the_values_that_GitHub_gives_them(string expression, string value) =>
        Template.Parse($"${{{{ {expression} }}}}").Format(Scope).ShouldBe(value);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a ${{ env.A }} b", "a x b")]
    [InlineData("${{ env.A }}${{ env.A }}", "xx")]
    [InlineData("${{ '}}' }}!", "}}!")]
    [InlineData("${{env.TEXT}}", "it's")]
    [InlineData("$${ not one }", "$${ not one }")]
    public void Expressions_stand_in_texts(string template, string text) =>
        Template.Parse(template).Format(Scope).ShouldBe(text);

    [Fact]
    public void An_expression_alone_keeps_its_type()
    {
        Template.Parse("${{ matrix.list }}").Evaluate(Scope).ShouldBeOfType<ExpressionValue.List>();
        Template.Parse("${{ 1 }}").Evaluate(Scope).ShouldBe(ExpressionValue.Of(1));
        Template.Parse("${{ 1 }} ").Evaluate(Scope).ShouldBe(ExpressionValue.Of("1 "));
    }

    [Theory]
    [InlineData("${{ env.A", "`${{ env.A` has no closing `}}`.")]
    [InlineData("${{ \"x\" }}", "A text in an expression stands in single quotes; there is a double one at character 1 of `\"x\"`.")]
    [InlineData("${{ 'x }}", "`${{ 'x }}` has no closing `}}`.")]
    [InlineData("${{ 1 + 1 }}", "`+` at character 3 of `1 + 1` is not a number.")]
    [InlineData("${{ a == }}", "There is no context a; there are env, github, inputs, job, jobs, matrix, needs, runner, secrets, steps, strategy, vars. A text stands in single quotes.")]
    [InlineData("${{ env.A == }}", "There is the end at character 9 of `env.A ==`, where a value should be.")]
    [InlineData("${{ env. }}", "There is the end at character 5 of `env.`, where a property should be.")]
    [InlineData("${{ (1 }}", "There is the end at character 3 of `(1`, where `)` should be.")]
    [InlineData("${{ 1 2 }}", "There is `2` at character 3 of `1 2`, where an operator or the end should be.")]
    [InlineData("${{ env.A = 1 }}", "`=` at character 7 of `env.A = 1` means nothing in an expression.")]
    [InlineData("${{ foo() }}", "There is no function foo; there are case, contains, endsWith, format, fromJSON, hashFiles, join, startsWith, toJSON, always, cancelled, failure, success.")]
    [InlineData("${{ contains('a') }}", "contains takes 2 arguments, and is given 1.")]
    [InlineData("${{ join() }}", "join takes 1 to 2 arguments, and is given 0.")]
    public void What_cannot_be_read_is_said_with_its_place(string template, string message)
    {
        var error = Should.Throw<SlipwayException>(() => Template.Parse(template, new SourceLocation("ci.yml", 3, 7)));

        error.Message.ShouldBe(message);
        error.Explain().ShouldStartWith("ci.yml:3:7: ");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    public void What_is_nested_too_deep_is_refused(string open, string close)
    {
        string Nested(int depth) => $"${{{{ {string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))} }}}}";

        Template.Parse(Nested(40)).Evaluate(Scope);
        Should.Throw<SlipwayException>(() => Template.Parse(Nested(10_000))).Message.ShouldStartWith("The expression is nested more than 50 deep at character ");
    }

    [Theory]
    [InlineData("${{ fromJSON('{') }}", "fromJSON was given a text that is not JSON, at line 1, byte 2.")]
    [InlineData("${{ fromJSON('\"\\ud800\"') }}", "fromJSON was given a text with half a character in it.")]
    [InlineData("${{ needs.x }}", "The context needs cannot be used here.")]
    [InlineData("${{ format('{1}', 1) }}", "The text of format names {1}, and there are not so many values.")]
    [InlineData("${{ format('{x}', 1) }}", "The text of format has a brace that is neither doubled nor around a number.")]
    [InlineData("${{ success() }}", "success() can only stand in an `if`.")]
    public void What_cannot_be_evaluated_is_said_too(string template, string message) =>
        Should.Throw<SlipwayException>(() => Template.Parse(template).Evaluate(Scope)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("github.ref == 'refs/heads/main'", true, false)]
    [InlineData("${{ github.ref == 'refs/heads/main' }}", true, false)]
    [InlineData("", true, false)]
    [InlineData("always()", true, true)]
    [InlineData("failure()", false, true)]
    [InlineData("!cancelled()", true, true)]
    [InlineData("${{ !cancelled() }}", true, true)]
    [InlineData("failure() || success()", true, true)]
    [InlineData("contains('x', 'y') || always()", true, true)]
    [InlineData("true", true, false)]
    [InlineData("env.EMPTY", false, false)]
    public void A_condition_that_does_not_ask_how_it_went_wants_it_to_have_gone_well(string condition, bool afterSuccess, bool afterFailure)
    {
        var parsed = Condition.Parse(condition);

        parsed.Holds(Scope.WithStatus(new ExpressionStatus())).ShouldBe(afterSuccess);
        parsed.Holds(Scope.WithStatus(new ExpressionStatus(HasFailed: true))).ShouldBe(afterFailure);
    }

    [Fact]
    public void A_condition_that_is_a_text_for_GitHub_is_refused() =>
        Should.Throw<SlipwayException>(() => Condition.Parse("${{ env.A }} == 'y'"))
            .Message.ShouldBe("`${{ env.A }} == 'y'` is a text for GitHub and so always true; put all of it between `${{` and `}}`.");

    private static ExpressionValue Json(string json) => ExpressionJson.Read(json);
}

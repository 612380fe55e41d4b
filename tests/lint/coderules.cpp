#include "tests/lint/coderules.h"

#include <QRegularExpression>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

struct Forbidden
{
    QRegularExpression pattern;
    QString reason;
};

QList<Forbidden> forbiddenCode()
{
    const auto rule = [](const QString &pattern, const QString &reason) {
        return Forbidden{QRegularExpression(pattern), reason};
    };
    return {
        rule(uR"(\bwaitFor[A-Z]\w*)"_s, u"blocks the event loop"_s),
        rule(uR"(\b(?:u|m|nano)?sleep(?:_for|_until)?\s*\()"_s, u"blocks the event loop"_s),
        rule(uR"(\bprocessEvents\b)"_s, u"re-enters the event loop"_s),
        rule(uR"(\bQEventLoop\b)"_s, u"nests an event loop"_s),
        rule(uR"((?<!query)(?:\.|->)exec\s*\()"_s, u"nests an event loop; use open() or show()"_s),
        rule(uR"(\bQMessageBox::(?:question|information|warning|critical|about|aboutQt)\s*\()"_s,
             u"nests an event loop; use open()"_s),
        rule(uR"(\bQ(?:Input|File|Color|Font)Dialog::get\w+\s*\()"_s, u"nests an event loop; use open()"_s),
        rule(uR"(\b(?:QMutex\w*|QReadWriteLock|QSemaphore|QWaitCondition)\b)"_s,
             u"locks; send values instead"_s),
        rule(
            uR"(\bstd::(?:\w*mutex|lock_guard|unique_lock|scoped_lock|condition_variable\w*|counting_semaphore)\b)"_s,
            u"locks; send values instead"_s),
        rule(uR"(\bthrow\b|\btry\s*\{|\bcatch\s*\()"_s, u"expected failures are values or signals"_s),
        rule(uR"(\bReadWriteLock\b|\bforeach\s*\(|\bSIGNAL\s*\(|\bSLOT\s*\()"_s, u"an old way"_s),
    };
}

qsizetype lineNumber(const QString &text, qsizetype position)
{
    return QStringView(text).first(position).count(u'\n') + 1;
}

QString violation(const SourceFile &source, qsizetype line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(source.path).arg(line).arg(what);
}

bool opensType(const QString &line)
{
    static const QRegularExpression type(
        uR"(^\s*(?:template\s*<.*>\s*)?(?:class|struct|enum|union|namespace|extern)\b|=\s*$|^\s*[:,].*$)"_s);
    return type.match(line).hasMatch() && !line.contains(u'(');
}

qsizetype indentation(const QString &line)
{
    qsizetype columns = 0;
    while (columns < line.size() && line.at(columns) == u' ')
        ++columns;
    return columns;
}

// The line that closes a block opened at `open` by a brace on a line of its own.
qsizetype closingLine(const QStringList &lines, qsizetype open)
{
    const qsizetype column = indentation(lines.at(open));
    for (qsizetype i = open + 1; i < lines.size(); ++i) {
        if (indentation(lines.at(i)) == column && lines.at(i).mid(column).startsWith(u'}'))
            return i;
    }
    return lines.size() - 1;
}

bool isMainFile(const SourceFile &source)
{
    return source.path.startsWith(u"app/"_s) && source.path.endsWith(u"main.cpp"_s);
}

} // namespace

QStringList tooLong(const SourceFile &source)
{
    QStringList found;
    const QStringList lines = source.code.split(u'\n');
    const qsizetype count = source.text.count(u'\n');
    const int functionMaximum =
        source.path.startsWith("tests/"_L1) ? testFunctionLinesMaximum : functionLinesMaximum;
    if (count > fileLinesMaximum)
        found +=
            violation(source, count, u"%1 lines in the file, at most %2"_s.arg(count).arg(fileLinesMaximum));
    for (qsizetype open = 1; open < lines.size(); ++open) {
        if (lines.at(open).trimmed() != "{"_L1 || opensType(lines.at(open - 1)))
            continue;
        const qsizetype length = closingLine(lines, open) - open - 1;
        if (length > functionMaximum)
            found += violation(source, open,
                               u"%1 lines in the function, at most %2"_s.arg(length).arg(functionMaximum));
    }
    return found;
}

QStringList forbiddenWords(const SourceFile &source)
{
    static const QList<Forbidden> rules = forbiddenCode();
    static const QRegularExpression left(uR"(\b(?:TODO|FIXME|XXX|HACK)\b)"_s);
    QStringList found;
    for (const Forbidden &rule : rules) {
        for (const QRegularExpressionMatch &match : rule.pattern.globalMatch(source.code)) {
            if (match.captured().contains("exec"_L1) && isMainFile(source))
                continue;
            found += violation(source, lineNumber(source.code, match.capturedStart()),
                               u"%1 %2"_s.arg(match.captured().trimmed(), rule.reason));
        }
    }
    for (const QRegularExpressionMatch &match : left.globalMatch(source.text))
        found += violation(source, lineNumber(source.text, match.capturedStart()),
                           u"%1 leaves work for later"_s.arg(match.captured()));
    return found;
}

QStringList badFrame(const SourceFile &source)
{
    if (source.isHeader() && !source.text.startsWith(u"#pragma once\n"_s))
        return {violation(source, 1, u"a header starts with #pragma once"_s)};
    static const QRegularExpression onlyIncludes(u"\\A(?:\\s*#[^\n]*)*\\s*\\z"_s);
    if (!isMainFile(source) && !source.code.contains(u"namespace tincan"_s) &&
        !onlyIncludes.match(source.code).hasMatch())
        return {violation(source, 1, u"everything stands in namespace tincan"_s)};
    return {};
}

QStringList badName(const SourceFile &source)
{
    static const QRegularExpression plain(u"^[a-z0-9]+(?:_unix|_linux|_win|_mac)?\\.(?:h|cpp)$"_s);
    const QString name = source.path.section(u'/', -1);
    if (plain.match(name).hasMatch() || isMainFile(source))
        return {};
    return {violation(source, 1, u"file names are lower case without separators"_s)};
}

QStringList untranslatedText(const SourceFile &source)
{
    static const QRegularExpression call(
        uR"re(\b(?:set(?:Text|WindowTitle|Title|ToolTip|StatusTip|AccessibleName|AccessibleDescription|PlaceholderText|)re"
        uR"re(InformativeText|TabText|Suffix|Prefix)|addAction|addMenu|addButton|addTab|addRow|)re"
        uR"re(new Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|Action|Menu))\s*\(\s*u?"([^"\n]*\p{L}{2}[^"\n]*)")re"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : call.globalMatch(source.text))
        found += violation(source, lineNumber(source.text, match.capturedStart()),
                           u"\"%1\" is shown without tr()"_s.arg(match.captured(1)));
    return found;
}

} // namespace tincan

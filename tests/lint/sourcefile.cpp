#include "tests/lint/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

// Walks over C++ text once and blanks what is no code.
class Blanker
{
public:
    explicit Blanker(const QString &text) : m_text(text) {}

    QString run()
    {
        while (m_at < m_text.size())
            step();
        return m_text;
    }

private:
    void step()
    {
        if (looksAt(u"//"))
            blankTo(endOfLine());
        else if (looksAt(u"/*"))
            blankTo(after(u"*/"_s, m_at + 2));
        else if (looksAt(u"R\"") && !followsWord())
            blankTo(endOfRawString());
        else if (m_text.at(m_at) == u'"' || (m_text.at(m_at) == u'\'' && !followsWord()))
            blankTo(endOfLiteral());
        else
            ++m_at;
    }

    bool looksAt(QStringView what) const { return QStringView(m_text).sliced(m_at).startsWith(what); }

    // True inside a word or number, where ' separates digits; the prefixes u, U, L and u8 are rare enough
    // here.
    bool followsWord() const
    {
        return m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber() &&
               !QStringView(u"uUL8").contains(m_text.at(m_at - 1));
    }

    qsizetype endOfLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    qsizetype after(const QString &what, qsizetype from) const
    {
        const qsizetype found = m_text.indexOf(what, from);
        return found < 0 ? m_text.size() : found + what.size();
    }

    qsizetype endOfRawString() const
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        if (open < 0)
            return m_text.size();
        return after(u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"', open);
    }

    qsizetype endOfLiteral() const
    {
        const QChar quote = m_text.at(m_at);
        for (qsizetype i = m_at + 1; i < m_text.size() && m_text.at(i) != u'\n'; ++i) {
            if (m_text.at(i) == u'\\')
                ++i;
            else if (m_text.at(i) == quote)
                return i + 1;
        }
        return endOfLine();
    }

    void blankTo(qsizetype end)
    {
        for (; m_at < end; ++m_at) {
            if (m_text.at(m_at) != u'\n')
                m_text[m_at] = u' ';
        }
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

QString withoutCommentsAndLiterals(const QString &text)
{
    return Blanker(text).run();
}

SourceFile SourceFile::fromText(const QString &path, const QString &text)
{
    return {path, text, withoutCommentsAndLiterals(text)};
}

QStringList SourceFile::projectIncludes() const
{
    static const QRegularExpression line(uR"re(^[ \t]*#[ \t]*include[ \t]+"([^"]+)")re"_s,
                                         QRegularExpression::MultilineOption);
    QStringList found;
    for (const QRegularExpressionMatch &match : line.globalMatch(text))
        found += match.captured(1);
    return found;
}

QList<SourceFile> readSources(const QString &root, const QStringList &folders)
{
    QList<SourceFile> sources;
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources += SourceFile::fromText(QDir(root).relativeFilePath(file.fileName()),
                                                QString::fromUtf8(file.readAll()));
        }
    }
    std::ranges::sort(sources, {}, &SourceFile::path);
    return sources;
}

} // namespace tincan

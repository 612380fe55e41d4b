#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace tincan {

namespace {

// Twelve hues of even lightness (OKLCH), dark enough for light backgrounds and the other way round.
constexpr std::array<QRgb, 12> onLight{0xffa8353e, 0xffa24102, 0xff8a5601, 0xff6d6600,
                                       0xff297613, 0xff017459, 0xff057176, 0xff006c97,
                                       0xff385db8, 0xff6b4cae, 0xff8c3f91, 0xff9f366c};
constexpr std::array<QRgb, 12> onDark{0xfffc9192, 0xfff8986c, 0xffe9a44e, 0xffc1b94c, 0xff86c878, 0xff48cfa7,
                                      0xff0accd5, 0xff52c1fb, 0xff90b3ff, 0xffbaa3fe, 0xffde96e2, 0xfff390bd};

/// FNV-1a: the same on every machine and in every run, unlike qHash.
std::size_t hueOf(const QString &name)
{
    quint32 hash = 2166136261U;
    for (const char byte : name.toCaseFolded().toUtf8()) {
        hash = (hash ^ quint8(byte)) * 16777619U;
    }
    return (hash ^ (hash >> 16)) % onLight.size();
}

bool readableEverywhere(const QColor &color, const Tokens &tokens)
{
    const QColor grounds[] = {tokens.window, tokens.sidebar, tokens.hover, tokens.mention, tokens.selected};
    return std::all_of(std::begin(grounds), std::end(grounds),
                       [&color](const QColor &ground) { return contrast(color, ground) >= 4.5; });
}

/// The first `count` characters as people count them.
QString firstCharacters(const QString &text, int count)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (int i = 0; i < count; ++i) {
        const qsizetype next = finder.toNextBoundary();
        end = next < 0 ? text.size() : next;
    }
    return text.left(end);
}

bool isWide(const QString &text)
{
    const char32_t first = text.isEmpty() ? 0 : text.toUcs4().constFirst();
    return first >= 0x1100 && QChar::script(first) != QChar::Script_Latin;
}

QList<QString> wordsOf(const QString &name)
{
    QList<QString> words(1);
    for (const QChar character : name) {
        if (character.isSpace() || character == u'-' || character == u'_' || character == u'.') {
            words.append(QString());
        } else {
            words.last().append(character);
        }
    }
    words.removeIf([](const QString &word) { return word.isEmpty(); });
    return words;
}

} // namespace

QColor nameColor(const QString &name, const Tokens &tokens)
{
    const bool light = tokens.window.lightness() > 127;
    const QColor color = QColor::fromRgb((light ? onLight : onDark)[hueOf(name)]);
    return readableEverywhere(color, tokens) ? color : tokens.text;
}

QColor avatarColor(const QString &name)
{
    return QColor::fromRgb(onLight[hueOf(name)]);
}

QString initials(const QString &name)
{
    QList<QString> words = wordsOf(name);
    const bool several = words.size() > 1;
    words.removeIf([several](const QString &word) { return several && word.front().isDigit(); });
    if (words.isEmpty()) {
        return firstCharacters(name.trimmed(), 1);
    }
    if (words.size() > 1 && !isWide(words.at(0))) {
        return (firstCharacters(words.at(0), 1) + firstCharacters(words.at(1), 1)).toUpper();
    }
    return firstCharacters(words.at(0), several || isWide(words.at(0)) ? 1 : 2).toUpper();
}

} // namespace tincan

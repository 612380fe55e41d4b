#include "tests/support/transcriptmatcher.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tincan::transcript {

using namespace Qt::StringLiterals;

namespace {

// Stand round a placeholder's name inside JSON strings, where a "<" may be text.
constexpr QChar opening(0xe000);
constexpr QChar closing(0xe001);

constexpr qsizetype longestDescription = 500;

QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> pieces;
    for (qsizetype position = 0; position < text.size();) {
        const bool isPlaceholder = text[position] == opening;
        const qsizetype found = text.indexOf(isPlaceholder ? closing : opening, position);
        const qsizetype end = found < 0 ? text.size() : found;
        const qsizetype start = isPlaceholder ? position + 1 : position;
        pieces.append({isPlaceholder, text.sliced(start, end - start).toUtf8()});
        position = isPlaceholder ? end + 1 : end;
    }
    return pieces;
}

QString marked(const QList<Piece> &pieces)
{
    QString text;
    for (const Piece &piece : pieces) {
        const QString piecesText = QString::fromUtf8(piece.text);
        text += piece.isPlaceholder ? opening + piecesText + closing : piecesText;
    }
    return text;
}

QByteArray textOf(const QJsonValue &value)
{
    return value.isDouble() ? QByteArray::number(value.toInteger()) : value.toString().toUtf8();
}

} // namespace

QByteArray Matcher::fill(const Step &step) const
{
    QByteArray bytes;
    for (const Piece &piece : step.pieces) {
        bytes += piece.isPlaceholder ? m_values.value(piece.text, '<' + piece.text + '>') : piece.text;
    }
    return bytes;
}

bool Matcher::matches(const Step &step, const QByteArray &message)
{
    const bool isJson = !step.pieces.first().isPlaceholder && step.pieces.first().text.startsWith('{');
    Values values = m_values;
    const bool matched =
        isJson ? matchesJson(step.pieces, message, values) : matchesText(step.pieces, message, values);
    if (matched) {
        m_values = values;
    }
    return matched;
}

bool Matcher::mayPass(const QByteArray &message)
{
    const QString kind = QJsonDocument::fromJson(message.chopped(1)).object().value("t"_L1).toString();
    return message.endsWith('\0') && (kind == "presence"_L1 || kind == "ping"_L1);
}

QString Matcher::describe(const Step &step)
{
    QByteArray text;
    for (const Piece &piece : step.pieces) {
        text += piece.isPlaceholder ? '<' + piece.text + '>' : piece.text;
    }
    text.replace('\0', "\\0").replace('\r', "\\r").replace('\n', "\\n");
    return QString::fromUtf8(text).left(longestDescription);
}

bool Matcher::matchesText(const QList<Piece> &pieces, QByteArrayView text, Values &values)
{
    if (pieces.isEmpty()) {
        return text.isEmpty();
    }
    const Piece piece = pieces.first();
    const QList<Piece> rest = pieces.sliced(1);
    if (!piece.isPlaceholder || values.contains(piece.text)) {
        const QByteArray literal = piece.isPlaceholder ? values.value(piece.text) : piece.text;
        return text.startsWith(literal) && matchesText(rest, text.sliced(literal.size()), values);
    }
    const bool isAny = piece.text == "any";
    const bool isNumber = piece.text == "number";
    const auto longest = std::find_if_not(text.begin(), text.end(), [isNumber](char c) {
        return isNumber ? c >= '0' && c <= '9' : c != '\0' && c != '\n';
    });
    for (qsizetype size = isAny ? 0 : 1; size <= longest - text.begin(); ++size) {
        Values bound = values;
        if (!isAny && !isNumber) {
            bound.insert(piece.text, text.first(size).toByteArray());
        }
        if (matchesText(rest, text.sliced(size), bound)) {
            values = bound;
            return true;
        }
    }
    return false;
}

bool Matcher::matchesJson(const QList<Piece> &pieces, const QByteArray &text, Values &values)
{
    QList<Piece> object = pieces;
    const char delimiter = object.last().text.back();
    object.last().text.chop(1);
    const auto pattern = QJsonDocument::fromJson(marked(object).toUtf8());
    Q_ASSERT(pattern.isObject());
    const auto value = QJsonDocument::fromJson(text.chopped(1));
    return text.endsWith(delimiter) && value.isObject() &&
           matchesObject(pattern.object(), value.object(), values);
}

bool Matcher::matchesValue(const QJsonValue &pattern, const QJsonValue &value, Values &values)
{
    if (pattern.isObject()) {
        return matchesObject(pattern.toObject(), value, values);
    }
    if (pattern.isArray()) {
        return matchesArray(pattern.toArray(), value, values);
    }
    if (!pattern.isString()) {
        return pattern == value;
    }
    const QList<Piece> pieces = piecesOf(pattern.toString());
    if (pieces.size() == 1 && pieces.first().isPlaceholder) {
        return matchesPlaceholder(pieces.first().text, value, values);
    }
    return value.isString() && matchesText(pieces, value.toString().toUtf8(), values);
}

bool Matcher::matchesObject(const QJsonObject &pattern, const QJsonValue &value, Values &values)
{
    const QJsonObject object = value.toObject();
    bool matched = value.isObject();
    for (auto field = pattern.begin(); matched && field != pattern.end(); ++field) {
        matched = matchesValue(field.value(), object.value(field.key()), values);
    }
    return matched;
}

bool Matcher::matchesArray(const QJsonArray &pattern, const QJsonValue &value, Values &values)
{
    const QJsonArray array = value.toArray();
    bool matched = value.isArray() && array.size() == pattern.size();
    for (qsizetype i = 0; matched && i < array.size(); ++i) {
        matched = matchesValue(pattern[i], array[i], values);
    }
    return matched;
}

bool Matcher::matchesPlaceholder(const QByteArray &name, const QJsonValue &value, Values &values)
{
    if (name == "none") {
        return value.isUndefined();
    }
    if (name == "any") {
        return !value.isUndefined();
    }
    if (name == "number") {
        return value.isDouble();
    }
    const QByteArray text = textOf(value);
    if (!values.contains(name) && !text.isEmpty()) {
        values.insert(name, text);
    }
    return !text.isEmpty() && values.value(name) == text;
}

} // namespace tincan::transcript

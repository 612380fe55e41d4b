#include "ui/widgets/conversationstyle.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>

namespace tincan {

namespace {

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tincan::ConversationView)
};

QFont codeFont(const QFont &text)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (text.pixelSize() > 0) {
        font.setPixelSize(text.pixelSize());
    } else {
        font.setPointSizeF(text.pointSizeF());
    }
    return scaledFont(font, 92);
}

/// Less room between messages, smaller avatars.
void makeCompact(ConversationStyle &style, int slim)
{
    style.padding = slim;
    style.lineHeight = QFontMetrics(style.text).height();
    style.smallHeight = QFontMetrics(style.small).height();
    style.headerHeight = QFontMetrics(style.name).height();
    style.ruleHeight = style.smallHeight + 4 * slim;
    style.initials = weighted(scaledFont(style.text, 60), QFont::Bold);
    style.avatar = style.headerHeight;
    style.column = style.margin + style.avatar + style.gap;
}

int lineHeightOf(const QFont &font)
{
    return std::max(QFontMetrics(font).height(), qRound(1.4 * QFontInfo(font).pixelSize()));
}

} // namespace

QFont scaledFont(const QFont &font, int percent)
{
    QFont scaled = font;
    if (font.pixelSize() > 0) {
        scaled.setPixelSize(std::max(1, font.pixelSize() * percent / 100));
    } else {
        scaled.setPointSizeF(std::max(1.0, font.pointSizeF() * percent / 100));
    }
    return scaled;
}

ConversationStyle makeConversationStyle(const QFont &font, const QPalette &palette,
                                        Qt::LayoutDirection direction, Density density)
{
    // The proportions were drawn for a text of 15 pixels.
    const double unit = QFontInfo(font).pixelSize() / 15.0;
    const auto pixels = [unit](double drawn) { return std::max(1, qRound(drawn * unit)); };

    ConversationStyle style;
    style.tokens = tokensFor(palette);
    style.direction = direction;
    style.today = QDate::currentDate();
    style.text = font;
    style.name = weighted(font, QFont::Bold);
    style.small = scaledFont(font, 87);
    style.mark = weighted(style.small, QFont::Bold);
    style.initials = weighted(scaledFont(font, 84), QFont::Bold);
    style.lineHeight = lineHeightOf(style.text);
    style.smallHeight = lineHeightOf(style.small);
    style.headerHeight = std::max(QFontMetrics(style.name).height(), pixels(20));
    style.ruleHeight = style.smallHeight + pixels(12);
    style.margin = pixels(16);
    style.padding = pixels(4);
    style.avatar = std::max(pixels(34), QFontMetrics(style.initials).height());
    style.column = style.margin + style.avatar + pixels(10);
    style.bar = pixels(3);
    style.gap = pixels(8);
    style.code = codeFont(font);
    style.codeHeight = lineHeightOf(style.code);
    style.quoteStep = pixels(12);
    style.listStep = pixels(20);
    style.copyWidth = QFontMetrics(style.small).horizontalAdvance(Words::tr("Copy")) + 2 * style.gap;
    style.target = std::max(24, style.smallHeight);
    if (density == Density::Compact) {
        makeCompact(style, pixels(1));
    }
    return style;
}

} // namespace tincan

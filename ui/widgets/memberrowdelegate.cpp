#include "ui/widgets/memberrowdelegate.h"

#include "ui/models/memberlistmodel.h"
#include "ui/widgets/sidepainting.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace tincan {

namespace {

int titleHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool titled = !index.data(MemberListModel::SectionTitleRole).toString().isEmpty();
    return titled ? sideRowHeight(option.font) * 5 / 4 : 0;
}

int avatarSize(const QFont &font)
{
    return std::max(24, QFontMetrics(font).height() * 4 / 3);
}

void paintAvatar(QPainter &painter, const QRect &box, const QModelIndex &index)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setOpacity(index.data(MemberListModel::AwayRole).toBool() ? 0.55 : 1.0);
    painter.setBrush(avatarColor(index.data(MemberListModel::NameRole).toString()));
    painter.drawEllipse(box);
    QFont font = badgeFont(painter.font());
    font.setWeight(QFont::Bold);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.85);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, initials(index.data(MemberListModel::NameRole).toString()));
    painter.restore();
}

} // namespace

void MemberRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    const int title = titleHeight(option, index);
    const int outside = sideMargin(option.font);
    if (title > 0) {
        const QRect box(option.rect.topLeft(), QSize(option.rect.width(), title));
        paintSection(*painter, box.adjusted(2 * outside, 0, -2 * outside, -outside / 2),
                     index.data(MemberListModel::SectionTitleRole).toString(), option.font,
                     tokensFor(option.palette));
        painter->setFont(option.font);
    }
    paintMember(*painter, option, option.rect.adjusted(0, title, 0, 0), index);
    painter->restore();
}

void MemberRowDelegate::paintMember(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row,
                                    const QModelIndex &index) const
{
    const Tokens tokens = tokensFor(option.palette);
    const int outside = sideMargin(option.font);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    paintRowGround(painter, row.adjusted(outside, 0, -outside, 0),
                   selected ? tokens.selected : (hovered ? tokens.hover : QColor()),
                   focused ? tokens.accent : QColor());

    QRect box = row.adjusted(2 * outside, 0, -2 * outside, 0);
    const QStringList tags = index.data(MemberListModel::TagsRole).toStringList();
    for (const QString &tag : tags) {
        const int taken = paintTag(painter, box, tag, tokens, option.direction);
        box = QStyle::visualRect(option.direction, box,
                                 QRect(box.topLeft(), QSize(box.width() - taken - outside, box.height())));
    }
    const int avatar = avatarSize(option.font);
    paintAvatar(painter,
                QStyle::visualRect(option.direction, box,
                                   QRect(box.left(), box.center().y() - avatar / 2, avatar, avatar)),
                index);
    box = QStyle::visualRect(option.direction, box, box.adjusted(avatar + outside, 0, 0, 0));
    painter.setPen(index.data(MemberListModel::AwayRole).toBool() ? tokens.dim : tokens.text);
    const QString name = index.data(MemberListModel::NameRole).toString();
    const QFontMetrics metrics = painter.fontMetrics();
    const int flags = Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine;
    painter.drawText(box, flags, metrics.elidedText(name, Qt::ElideRight, box.width()));
    int taken = metrics.horizontalAdvance(name) + outside;
    const int side = metrics.ascent();
    const auto mark = [&](void (*paintMark)(QPainter &, const QRect &, const Tokens &)) {
        if (taken + outside >= box.width())
            return;
        const QRect place(box.left() + taken - outside / 2, box.center().y() - side / 2, side, side);
        paintMark(painter, QStyle::visualRect(option.direction, box, place), tokens);
        taken += side;
    };
    if (index.data(MemberListModel::VerifiedRole).toBool())
        mark(paintVerified);
    if (!index.data(MemberListModel::EncryptedRole).toBool())
        mark(paintOpenLock);
    const QString status = index.data(MemberListModel::StatusRole).toString();
    if (status.isEmpty() || taken + 3 * outside > box.width())
        return;
    box = QStyle::visualRect(option.direction, box, box.adjusted(taken, 0, 0, 0));
    painter.setPen(tokens.dim);
    painter.setFont(badgeFont(option.font));
    painter.drawText(box, flags, painter.fontMetrics().elidedText(status, Qt::ElideRight, box.width()));
}

QSize MemberRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int row = rowHeight(option.font);
    return {row * 4, row + titleHeight(option, index)};
}

int MemberRowDelegate::rowHeight(const QFont &font) const
{
    if (m_rowHeight == 0 || m_font != font) {
        m_font = font;
        m_rowHeight = std::max(sideRowHeight(font), avatarSize(font) + 4);
    }
    return m_rowHeight;
}

} // namespace tincan

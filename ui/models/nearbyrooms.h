#pragma once

#include "protocol/clock.h"
#include "protocol/roomaddress.h"
#include "ui/client/nearbybrowser.h"

#include <QAbstractListModel>
#include <QTimer>

#include <array>

namespace tincan {

/// The rooms found on this network, in the order in which they were found. What it is told is hostile: the
/// list is bounded, one computer has few places in it, it changes a few times a second at most, and no two
/// rows have the same title.
class NearbyRooms : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int maximum = 50;
    static constexpr int maximumOfOneAddress = 5;
    static constexpr int publishInterval = 300; ///< ms

    enum Role
    {
        SummaryRole = Qt::UserRole + 1, ///< QString: "Wojtek's computer · 6 people · 🔒"
        PeopleRole,                     ///< QString: "6 people"
        AddressRole,                    ///< QString: HOST or HOST:PORT
    };
    // Qt::DisplayRole: the title; Qt::AccessibleTextRole: all of it in words

    /// `clock` must outlive the model.
    explicit NearbyRooms(const Clock &clock, QObject *parent = nullptr);

    /// Listens to a browser, which must live as long as this.
    void addBrowser(NearbyBrowser &browser);

    /// Leaves these rooms out: those that one is in already.
    void setHidden(const QList<RoomAddress> &addresses);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    RoomAddress address(int row) const;

    void beginLooking();       ///< says so for a while, though browsers are still to come
    bool isSearched() const;   ///< there is a browser at work, or soon
    QString emptyText() const; ///< what to say while there is no row: what is or was tried

Q_SIGNALS:
    void emptyTextChanged();

private:
    static constexpr int meansCount = 2;
    struct Entry
    {
        RoomAddress address;
        RoomBeacon beacon;
        std::array<std::int64_t, meansCount> until{}; ///< by means; 0: not known by this one
    };
    struct Row
    {
        RoomAddress address;
        RoomBeacon beacon;
        QString title;
        friend bool operator==(const Row &, const Row &) = default;
    };

    void add(NearbyMeans means, const NearbyRoom &room);
    void remove(NearbyMeans means, const QString &address, quint16 port);
    qsizetype find(const QString &address, quint16 port) const;
    bool hasPlaceFor(const QString &address) const;
    void changeSoon();
    void expire();
    void awaitNextEnd();
    void publish();
    QList<Row> wantedRows() const;
    QString summary(const Row &row) const;
    QString accessibleText(const Row &row) const;

    const Clock &m_clock;
    QList<NearbyBrowser *> m_browsers;
    QList<Entry> m_entries;
    QList<RoomAddress> m_hidden;
    QList<Row> m_rows;
    QTimer m_publishing;
    QTimer m_expiring;  ///< runs until one may have fallen silent
    QTimer m_firstLook; ///< runs until it can be said that nothing was found
};

} // namespace tincan

#pragma once

#include "ui/models/roomhost.h"

#include <QObject>

namespace tincan {

/// The logic of the host dialog: what is filled in, what is wrong with it, and what became of it.
class HostForm : public QObject
{
    Q_OBJECT

public:
    /// `defaults` as hosted last; an empty name becomes "NAME's room".
    HostForm(RoomHost &host, const HostRequest &defaults, const QString &userName, QObject *parent = nullptr);

    QString name() const { return m_name; }
    Reach reach() const { return m_reach; }
    QString port() const { return m_port; } ///< as typed
    QString password() const { return m_password; }
    bool keepsHistory() const { return m_keepHistory; }
    int keepDays() const { return m_keepDays; } ///< 0: for ever
    bool showsNearby() const { return m_showNearby && canBeSeenNearby(); }
    bool isClearAllowed() const { return m_clearAllowed; } ///< people may do without encryption
    bool canBeSeenNearby() const { return m_reach == Reach::Network; }
    void setName(const QString &name);
    void setReach(Reach reach);
    void setPort(const QString &text);
    void setPassword(const QString &password);
    void setKeepHistory(bool kept);
    void setKeepDays(int days);
    void setShowNearby(bool shown);
    void setClearAllowed(bool allowed);

    QString nameProblem() const; ///< a sentence, or empty
    QString portProblem() const;
    bool canSubmit() const; ///< all is filled in, no answer is awaited, and the room is not open yet
    bool isBusy() const { return m_busy; }

    void submit();               ///< opened() or refusalChanged() follow; does nothing unless canSubmit()
    HostRequest request() const; ///< of a form that can be submitted

    QString refusal() const { return m_refusal; }   ///< why the host said no: a sentence, or empty
    QString details() const { return m_details; }   ///< the system's own text behind it
    quint16 freePort() const { return m_freePort; } ///< to be offered; 0: none
    QString freePortText() const;                   ///< the offer's button: "Use port 4041"
    void useFreePort();                             ///< fills it in and submits

Q_SIGNALS:
    void changed(); ///< a field, a problem, or isBusy()
    void refusalChanged();
    void opened(const tincan::HostedRoom &room);

private:
    void onRefused(HostProblem problem, quint16 freePort, const QString &detail);
    void onOpened(const HostedRoom &room);
    void setRefusal(const QString &sentence, const QString &details, quint16 freePort);

    RoomHost &m_host;
    QString m_name;
    Reach m_reach;
    QString m_port;
    QString m_password;
    bool m_keepHistory;
    int m_keepDays;
    bool m_showNearby;
    bool m_clearAllowed;
    QString m_refusal;
    QString m_details;
    quint16 m_freePort = 0;
    bool m_busy = false;
    bool m_open = false;
};

} // namespace tincan

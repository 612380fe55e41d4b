#include "app/standardinput.h"

#include <QThread>

#include <array>
#include <io.h>

namespace tincan {

/// Windows cannot wait for its standard input together with sockets: a thread of its own reads it, one chunk
/// each time that reading is wanted and the last chunk was delivered.
class StandardInput::Private
{
public:
    explicit Private(StandardInput &input) : q(input)
    {
        reader->moveToThread(thread);
        thread->start();
    }

    void askForChunk()
    {
        QMetaObject::invokeMethod(
            reader,
            [this] {
                std::array<char, 64 * 1024> buffer;
                const int count = _read(0, buffer.data(), unsigned(buffer.size()));
                const QByteArray bytes(buffer.data(), count > 0 ? count : 0);
                QMetaObject::invokeMethod(
                    &q, [this, bytes] { deliver(bytes); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

    void deliver(const QByteArray &bytes)
    {
        waiting = false;
        if (bytes.isEmpty()) {
            finished = true;
            Q_EMIT q.ended();
            return;
        }
        Q_EMIT q.received(bytes);
        setReading(reading);
    }

    void setReading(bool wanted)
    {
        reading = wanted;
        if (reading && !waiting && !finished) {
            waiting = true;
            askForChunk();
        }
    }

    StandardInput &q;
    // The thread may sit in a read that nothing can end: it dies with the program.
    QThread *const thread = new QThread;
    QObject *const reader = new QObject;
    bool reading = false;
    bool waiting = false; ///< a chunk is on its way
    bool finished = false;
};

StandardInput::StandardInput(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this)) {}

StandardInput::~StandardInput() = default;

bool StandardInput::isTerminal()
{
    return _isatty(0) != 0;
}

void StandardInput::setReading(bool reading)
{
    d->setReading(reading);
}

} // namespace tincan

#include "app/standardinput.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace tincan {

/// The descriptor stays blocking, for it may be shared with other programs: read() is called only when there
/// is something to read, and then returns what there is.
class StandardInput::Private
{
public:
    explicit Private(StandardInput &input) : q(input), notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        notifier.setEnabled(false);
        connect(&notifier, &QSocketNotifier::activated, &q, [this] { read(); });
    }

    void read()
    {
        std::array<char, 64 * 1024> buffer;
        const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count > 0) {
            Q_EMIT q.received(QByteArray(buffer.data(), count));
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            notifier.setEnabled(false);
            finished = true;
            Q_EMIT q.ended();
        }
    }

    StandardInput &q;
    QSocketNotifier notifier;
    bool finished = false;
};

StandardInput::StandardInput(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this)) {}

StandardInput::~StandardInput() = default;

bool StandardInput::isTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

void StandardInput::setReading(bool reading)
{
    d->notifier.setEnabled(reading && !d->finished);
}

} // namespace tincan

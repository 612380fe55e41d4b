#include "protocol/textsanitizer.h"

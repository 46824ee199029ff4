/** Catalogue, part B.II of the office, the one-stop centre and the military command; same form as the Party part. */
export const officeCatalogueText = `
@VT|B.II|UBND-VP|Văn phòng, văn thư, lưu trữ
Tiếp nhận, đăng ký, trình, chuyển giao văn bản đến|10 văn bản|10
Đăng ký, phát hành văn bản đi|10 văn bản|10
Kiểm tra thể thức, kỹ thuật trình bày văn bản trước khi ban hành|10 văn bản|30
Xây dựng chương trình công tác tháng của Ủy ban nhân dân xã|chương trình|70
Xây dựng lịch công tác tuần của lãnh đạo xã|lịch|10
Xây dựng báo cáo kinh tế – xã hội, quốc phòng – an ninh tháng|báo cáo|90
Xây dựng báo cáo kinh tế – xã hội, quốc phòng – an ninh quý|báo cáo|140
Xây dựng báo cáo kinh tế – xã hội, quốc phòng – an ninh năm|báo cáo|280
Chuẩn bị phiên họp thường kỳ Ủy ban nhân dân xã|phiên họp|90
Xây dựng báo cáo kiểm điểm sự chỉ đạo, điều hành của Ủy ban nhân dân xã|báo cáo|260
Thẩm định hồ sơ khen thưởng|hồ sơ|10
Tổ chức phong trào thi đua theo chuyên đề|đợt|160
Chỉnh lý, thu thập tài liệu lưu trữ lịch sử|mét giá|90
Cung cấp bản sao tài liệu lưu trữ|lượt|5
Quản lý tài sản, trang thiết bị của cơ quan|tháng|40
Lập danh mục hồ sơ năm của cơ quan|danh mục|110

@KV|B.II|UBND-VP|Kế toán cơ quan
Lập dự toán thu, chi năm của Văn phòng|dự toán|160
Lập báo cáo tài chính quý|báo cáo|110
Lập báo cáo quyết toán năm|báo cáo|240
Lập chứng từ chi thường xuyên|chứng từ|5
Đối chiếu kho bạc tháng|báo cáo|30
Tính lương, phụ cấp, bảo hiểm tháng|bảng|40
Kiểm kê tài sản cuối năm|đợt|120

@TP|B.II|UBND-VP|Tư pháp – hộ tịch
Đăng ký khai sinh|hồ sơ|8
Đăng ký khai tử|hồ sơ|8
Đăng ký kết hôn|hồ sơ|12
Đăng ký kết hôn có yếu tố nước ngoài|hồ sơ|60
Đăng ký nhận cha, mẹ, con|hồ sơ|25
Đăng ký nuôi con nuôi trong nước|hồ sơ|70
Đăng ký giám hộ|hồ sơ|25
Thay đổi, cải chính, bổ sung thông tin hộ tịch|hồ sơ|20
Cấp giấy xác nhận tình trạng hôn nhân|hồ sơ|10
Cấp bản sao trích lục hộ tịch|10 bản|20
Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế|hồ sơ|10
Chứng thực bản sao từ bản chính|10 lượt|10
Chứng thực chữ ký|10 việc|30
Chứng thực hợp đồng, giao dịch|việc|20
Hòa giải ở cơ sở: hướng dẫn, thẩm tra vụ việc|vụ việc|30
Tổ chức hội nghị phổ biến, giáo dục pháp luật|hội nghị|70
Kiểm tra, rà soát văn bản quy phạm pháp luật của xã|văn bản|60
Đánh giá xã đạt chuẩn tiếp cận pháp luật|hồ sơ|250
Tham mưu xử phạt vi phạm hành chính|hồ sơ|50
Theo dõi thi hành pháp luật theo chuyên đề|báo cáo|130
Phối hợp thi hành án dân sự|vụ việc|40
Số hóa sổ hộ tịch|10 trang sổ|10

@TC|B.II|UBND-VP|Tiếp công dân, khiếu nại, tố cáo
Tiếp công dân thường xuyên|lượt|8
Phân loại, xử lý đơn khiếu nại, tố cáo, kiến nghị, phản ánh|đơn|12
Xác minh, tham mưu giải quyết khiếu nại lần đầu|vụ việc|300
Xác minh, tham mưu giải quyết tố cáo|vụ việc|320
Tổ chức đối thoại giải quyết khiếu nại|cuộc|110
Xây dựng báo cáo công tác tiếp công dân quý|báo cáo|50
Thanh tra, kiểm tra việc chấp hành pháp luật theo kế hoạch|cuộc|220
Hướng dẫn hòa giải tranh chấp đất đai|vụ việc|80
Tổng hợp công tác phòng, chống tham nhũng, lãng phí, tiêu cực|báo cáo|80

@HD|B.II|UBND-VP|Giúp việc Hội đồng nhân dân
Chuẩn bị kỳ họp thường lệ Hội đồng nhân dân xã|kỳ họp|350
Chuẩn bị kỳ họp chuyên đề Hội đồng nhân dân xã|kỳ họp|200
Xây dựng kế hoạch giám sát chuyên đề của Hội đồng nhân dân|kế hoạch|90
Phục vụ cuộc giám sát, khảo sát của Hội đồng nhân dân|cuộc|70
Xây dựng báo cáo thẩm tra của các Ban|báo cáo|130
Tổng hợp ý kiến cử tri và theo dõi giải quyết|báo cáo|90
Tổ chức tiếp xúc cử tri|cuộc|50
Hoàn thiện, phát hành nghị quyết sau kỳ họp|nghị quyết|40

@CD|B.II|UBND-VP|Chuyển đổi số, cải cách hành chính
Xây dựng kế hoạch chuyển đổi số năm|kế hoạch|170
Vận hành hệ thống hội nghị truyền hình|cuộc|15
Hỗ trợ kỹ thuật phần mềm cho cơ quan, đơn vị|lượt|5
Quản trị trang thông tin điện tử của xã|tháng|60
Cấp, quản lý chữ ký số, tài khoản công vụ|10 tài khoản|30
Hướng dẫn tổ công nghệ số cộng đồng|cuộc|40
Bảo đảm an toàn thông tin mạng: kiểm tra, khắc phục|đợt|90
Lập hồ sơ đề xuất cấp độ an toàn hệ thống thông tin|hồ sơ|280
Cập nhật bộ chỉ số chuyển đổi số cấp xã|đợt|120
Xây dựng, chuẩn hóa dữ liệu dùng chung của xã|bộ dữ liệu|220

@MC|B.II|UBND-HC|Bộ phận một cửa
Tiếp nhận hồ sơ thủ tục hành chính|10 hồ sơ|20
Trả kết quả giải quyết thủ tục hành chính|10 hồ sơ|10
Hướng dẫn công dân nộp hồ sơ trực tuyến|10 lượt|30
Số hóa thành phần hồ sơ khi tiếp nhận|10 hồ sơ|20
Thu phí, lệ phí và đối soát thanh toán trực tuyến|ngày|8
Rà soát hồ sơ quá hạn, tham mưu văn bản xin lỗi|hồ sơ|8
Niêm yết, cập nhật thủ tục hành chính|10 thủ tục|40
Rà soát, đề xuất đơn giản hóa thủ tục hành chính|thủ tục|60
Khảo sát mức độ hài lòng của người dân, doanh nghiệp|10 phiếu|10
Báo cáo kiểm soát thủ tục hành chính quý|báo cáo|70
Tái cấu trúc quy trình giải quyết thủ tục hành chính|quy trình|150
Tổ chức tiếp nhận hồ sơ lưu động tại thôn|buổi|50
Phối hợp Công an xã tiếp nhận hồ sơ cư trú, định danh điện tử|10 hồ sơ|30
Theo dõi, đánh giá bộ chỉ số phục vụ người dân, doanh nghiệp tháng|báo cáo|40

@QS|B.II|UBND-QS|Quân sự, quốc phòng địa phương
Xây dựng kế hoạch quân sự, quốc phòng năm|kế hoạch|280
Đăng ký nghĩa vụ quân sự lần đầu|hồ sơ|6
Tổ chức sơ tuyển nghĩa vụ quân sự|đợt|180
Tổ chức giao, nhận quân|đợt|250
Huấn luyện dân quân năm|đợt|300
Đăng ký, quản lý quân nhân dự bị|hồ sơ|6
Kiểm tra sẵn sàng chiến đấu của dân quân|cuộc|60
Diễn tập chiến đấu xã trong khu vực phòng thủ|cuộc|480
Giải quyết chế độ, chính sách dân quân, hậu phương quân đội|hồ sơ|15
Báo cáo công tác quốc phòng tháng|báo cáo|40

@CA|B.II|UBND-QS|Phối hợp bảo đảm an ninh, trật tự
Phối hợp Công an xã tuần tra, kiểm soát địa bàn|ca|15
Phối hợp xây dựng phong trào Toàn dân bảo vệ an ninh Tổ quốc|báo cáo|70
Phối hợp kiểm tra phòng cháy, chữa cháy tại cơ sở|cuộc|30
Phối hợp bảo vệ lễ hội, sự kiện|cuộc|30
Phối hợp quản lý, giúp đỡ người nghiện, người sau cai nghiện|hồ sơ|20
Giao ban quân sự – công an theo nghị định của Chính phủ|cuộc|25
`

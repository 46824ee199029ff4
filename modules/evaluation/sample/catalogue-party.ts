/**
 * Catalogue, parts A and B.I and part B.II of the Party bodies, the Front and its organisations.
 * A block starts with `@code prefix|part|office|field`; then name | unit of count | points.
 */
export const partyCatalogueText = `
@A|A||Lãnh đạo, quản lý
Xây dựng và ban hành chương trình, kế hoạch công tác năm của cơ quan, đơn vị|kế hoạch|250
Xây dựng và ban hành kế hoạch công tác quý của cơ quan, đơn vị|kế hoạch|120
Xây dựng và ban hành kế hoạch công tác tháng của cơ quan, đơn vị|kế hoạch|60
Chủ trì hội nghị giao ban tháng của cơ quan, đơn vị|hội nghị|40
Chủ trì hội nghị sơ kết, tổng kết của cơ quan, đơn vị|hội nghị|120
Chỉ đạo, duyệt báo cáo định kỳ tháng của cơ quan, đơn vị|báo cáo|40
Chỉ đạo, duyệt báo cáo 6 tháng, năm của cơ quan, đơn vị|báo cáo|150
Chỉ đạo xây dựng đề án thuộc lĩnh vực phụ trách|đề án|450
Chỉ đạo xây dựng dự thảo nghị quyết trình Hội đồng nhân dân xã|nghị quyết|380
Chỉ đạo xây dựng nghị quyết chuyên đề của Đảng ủy|nghị quyết|420
Chỉ đạo thực hiện nhiệm vụ trọng tâm theo kết luận của Thường trực Đảng ủy|nhiệm vụ|180
Chỉ đạo xử lý vụ việc phức tạp, kéo dài|vụ việc|300
Phân công nhiệm vụ và theo dõi tiến độ công việc tuần của công chức|tuần|20
Kiểm tra, đôn đốc việc thực hiện nhiệm vụ ở thôn|cuộc|60
Chủ trì cuộc làm việc liên ngành với các cơ quan, đơn vị|cuộc|80
Tiếp công dân định kỳ theo lịch của lãnh đạo|buổi|40
Đối thoại với người dân, doanh nghiệp|cuộc|150
Duyệt văn bản hành chính thuộc lĩnh vực phụ trách|văn bản|5
Thẩm định, ký nháy dự thảo văn bản trình lãnh đạo xã|văn bản|8
Xây dựng quy chế làm việc của cơ quan, đơn vị|quy chế|240
Đánh giá, nhận xét kết quả công tác của từng công chức thuộc quyền|lượt|10
Tham mưu sắp xếp, bố trí nhân sự của cơ quan, đơn vị|phương án|220
Tổ chức hướng dẫn nghiệp vụ cho công chức thuộc quyền|buổi|70
Trình bày báo cáo, giải trình tại kỳ họp Hội đồng nhân dân xã|báo cáo|200
Chỉ đạo khắc phục kết luận thanh tra, kiểm tra, kiểm toán|kết luận|320
Sáng kiến cải tiến quy trình công tác được công nhận|sáng kiến|260

@BI|B.I||Chuyên môn dùng chung
Soạn thảo văn bản hành chính đơn giản (công văn, giấy mời, giấy giới thiệu, thông báo ngắn)|văn bản|5
Soạn thảo công văn hướng dẫn, đôn đốc nghiệp vụ|văn bản|15
Soạn thảo công văn trả lời kiến nghị của tổ chức, cá nhân|văn bản|20
Soạn thảo quyết định cá biệt|quyết định|15
Soạn thảo tờ trình|tờ trình|25
Soạn thảo thông báo kết luận cuộc họp|thông báo|20
Soạn thảo biên bản cuộc họp, hội nghị|biên bản|15
Xây dựng kế hoạch chuyên đề của lĩnh vực phụ trách|kế hoạch|70
Xây dựng kế hoạch công tác năm của lĩnh vực phụ trách|kế hoạch|120
Xây dựng báo cáo tuần|báo cáo|10
Xây dựng báo cáo tháng của lĩnh vực phụ trách|báo cáo|30
Xây dựng báo cáo quý của lĩnh vực phụ trách|báo cáo|60
Xây dựng báo cáo 6 tháng của lĩnh vực phụ trách|báo cáo|90
Xây dựng báo cáo năm của lĩnh vực phụ trách|báo cáo|120
Xây dựng báo cáo chuyên đề|báo cáo|150
Xây dựng báo cáo đột xuất theo yêu cầu của cấp trên|báo cáo|40
Lập biểu thống kê định kỳ|biểu|20
Góp ý dự thảo văn bản của cơ quan cấp trên|văn bản|15
Rà soát văn bản thuộc lĩnh vực phụ trách|văn bản|10
Tham mưu bài phát biểu của lãnh đạo|bài|50
Chuẩn bị tài liệu phục vụ hội nghị cấp xã|bộ tài liệu|60
Tổ chức hội nghị cấp xã (công tác chuẩn bị, phục vụ)|hội nghị|80
Tổ chức lớp tập huấn cấp xã|lớp|110
Tham gia đoàn kiểm tra liên ngành|cuộc|40
Tham gia tổ công tác giải phóng mặt bằng|cuộc|40
Viết tin, bài đăng trang thông tin điện tử của xã|tin, bài|15
Lập hồ sơ công việc và nộp lưu cơ quan|hồ sơ|15
Cập nhật dữ liệu vào phần mềm, cơ sở dữ liệu chuyên ngành|10 lượt hồ sơ|20
Số hóa hồ sơ, tài liệu|10 hồ sơ|30
Hướng dẫn nghiệp vụ trực tiếp cho thôn|lượt|20
Trả lời phản ánh, kiến nghị trên hệ thống tiếp nhận phản ánh hiện trường|phản ánh|15
Theo dõi, đôn đốc thực hiện nhiệm vụ được Chủ tịch Ủy ban nhân dân tỉnh giao|nhiệm vụ|25
Xây dựng quy trình xử lý công việc nội bộ|quy trình|130
Tự kiểm tra việc thực hiện nhiệm vụ và lập báo cáo tự kiểm tra|báo cáo|60
Xây dựng dự toán kinh phí cho nhiệm vụ được giao|dự toán|50
Lập hồ sơ thanh toán, quyết toán nhiệm vụ được giao|hồ sơ|30

@DV|B.II|DU-VP|Văn phòng cấp ủy
Xây dựng dự thảo chương trình làm việc toàn khóa của Ban Chấp hành Đảng bộ|chương trình|350
Xây dựng chương trình làm việc năm của Đảng ủy|chương trình|250
Chuẩn bị nội dung hội nghị Ban Chấp hành Đảng bộ|hội nghị|180
Chuẩn bị nội dung hội nghị Ban Thường vụ Đảng ủy|hội nghị|120
Xây dựng dự thảo nghị quyết lãnh đạo nhiệm vụ tháng, quý|nghị quyết|140
Xây dựng báo cáo tháng của Đảng ủy gửi Tỉnh ủy|báo cáo|70
Xây dựng báo cáo kiểm điểm của tập thể Ban Thường vụ|báo cáo|260
Tiếp nhận, đăng ký, chuyển giao văn bản của Đảng|10 văn bản|20
Phát hành văn bản của Đảng theo đúng thể thức|10 văn bản|30
Chỉnh lý hồ sơ, tài liệu lưu trữ của Đảng ủy|mét giá|90
Lập dự toán ngân sách đảng năm|dự toán|160
Quyết toán kinh phí đảng quý|báo cáo|90
Thu, nộp, báo cáo đảng phí quý|báo cáo|60
Tiếp nhận, xử lý đơn thư gửi cấp ủy|đơn|25
Tổng hợp tình hình nội chính, cải cách tư pháp tháng|báo cáo|60
Vận hành mạng thông tin diện rộng của Đảng|tháng|40

@XT|B.II|DU-XD|Tổ chức, cán bộ, đảng viên
Xây dựng, rà soát quy hoạch cán bộ của Đảng ủy|đợt|350
Thực hiện quy trình bổ nhiệm, giới thiệu cán bộ ứng cử|nhân sự|220
Thực hiện quy trình điều động, luân chuyển cán bộ|nhân sự|130
Thẩm định tiêu chuẩn chính trị của cán bộ, đảng viên|hồ sơ|40
Thẩm định hồ sơ kết nạp đảng viên|hồ sơ|30
Thẩm định hồ sơ công nhận đảng viên chính thức|hồ sơ|20
Thực hiện thủ tục chuyển sinh hoạt đảng|hồ sơ|8
Lập hồ sơ đề nghị tặng Huy hiệu Đảng|hồ sơ|15
Tổng hợp kết quả đánh giá, xếp loại tổ chức đảng, đảng viên|đợt|280
Tổng hợp kết quả chấm điểm công chức theo tháng, quý|báo cáo|110
Quản lý, bổ sung hồ sơ cán bộ, đảng viên|hồ sơ|6
Theo dõi chất lượng sinh hoạt chi bộ tháng|báo cáo|60
Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ năm|kế hoạch|120
Thẩm định đề án nhân sự đại hội chi bộ|đề án|90
Rà soát chính trị nội bộ theo quy định|hồ sơ|45
Tham mưu thành lập, sáp nhập tổ chức đảng|hồ sơ|140

@XG|B.II|DU-XD|Tuyên giáo và dân vận
Tổ chức hội nghị học tập, quán triệt nghị quyết|hội nghị|120
Biên soạn tài liệu sinh hoạt chi bộ tháng|tài liệu|70
Xây dựng đề cương tuyên truyền ngày lễ lớn|đề cương|60
Nắm tình hình tư tưởng, dư luận xã hội tháng|báo cáo|50
Sơ kết, tổng kết chỉ thị, nghị quyết của Trung ương, của tỉnh|báo cáo|200
Biên soạn lịch sử Đảng bộ xã (theo chương)|chương|420
Đấu tranh, phản bác thông tin sai trái trên không gian mạng|tin, bài|15
Xây dựng mô hình “Dân vận khéo”|mô hình|150
Khảo sát, nắm tình hình Nhân dân ở thôn|cuộc|50
Giám sát việc thực hiện dân chủ ở cơ sở|cuộc|110
Vận động Nhân dân thực hiện dự án trên địa bàn|cuộc|60
Tổng hợp kết quả công tác dân vận của hệ thống chính trị quý|báo cáo|80

@XK|B.II|DU-KT|Kiểm tra, giám sát của Đảng
Xây dựng chương trình kiểm tra, giám sát năm|chương trình|240
Xây dựng kế hoạch và quyết định thành lập đoàn kiểm tra|bộ văn bản|70
Tiến hành cuộc kiểm tra tổ chức đảng khi có dấu hiệu vi phạm|cuộc|400
Tiến hành cuộc kiểm tra đảng viên khi có dấu hiệu vi phạm|cuộc|300
Tiến hành cuộc giám sát chuyên đề|cuộc|220
Giám sát thường xuyên đối với chi bộ được phân công|báo cáo|40
Xây dựng báo cáo kết quả kiểm tra, giám sát|báo cáo|140
Xây dựng thông báo kết luận kiểm tra, giám sát|thông báo|90
Thẩm tra, xác minh nội dung tố cáo đảng viên|vụ việc|280
Giải quyết khiếu nại kỷ luật đảng|vụ việc|290
Xây dựng hồ sơ xem xét, thi hành kỷ luật đảng viên|hồ sơ|250
Phân loại, xử lý đơn thư gửi Ủy ban Kiểm tra|đơn|20
Theo dõi khắc phục sau kết luận kiểm tra|kết luận|60
Tổng hợp kê khai tài sản, thu nhập|đợt|130
Kiểm tra tài chính đảng của chi bộ|cuộc|120
Báo cáo công tác kiểm tra, giám sát quý|báo cáo|70

@MT|B.II|MTTQ|Mặt trận Tổ quốc
Xây dựng chương trình phối hợp và thống nhất hành động năm|chương trình|180
Tổ chức hội nghị Ủy ban Mặt trận Tổ quốc xã|hội nghị|110
Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư|cuộc|90
Giám sát theo kế hoạch của Mặt trận|cuộc|180
Tổ chức hội nghị phản biện xã hội|hội nghị|260
Tổng hợp ý kiến, kiến nghị của cử tri trước kỳ họp|báo cáo|90
Vận động Quỹ “Vì người nghèo”|đợt|70
Lập hồ sơ hỗ trợ xóa nhà tạm, nhà dột nát|hồ sơ|30
Hướng dẫn hoạt động Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng|cuộc|50
Thông báo xây dựng chính quyền của Mặt trận|thông báo|120
Theo dõi công tác tôn giáo, dân tộc của Mặt trận|báo cáo|50
Phát động cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”|đợt|100

@HN|B.II|MTTQ-ND|Công tác Hội Nông dân
Hướng dẫn lập hồ sơ vay vốn ủy thác Ngân hàng Chính sách xã hội|hồ sơ|12
Kiểm tra tổ tiết kiệm và vay vốn|cuộc|30
Xây dựng chi hội, tổ hội nông dân nghề nghiệp|mô hình|130
Xét công nhận hộ sản xuất, kinh doanh giỏi|đợt|80
Tập huấn kỹ thuật cho hội viên nông dân|lớp|90

@HP|B.II|MTTQ-PN|Công tác Hội Liên hiệp Phụ nữ
Tổ chức truyền thông phòng, chống bạo lực gia đình|cuộc|60
Hỗ trợ phụ nữ khởi nghiệp|hồ sơ|70
Xây dựng mô hình gia đình 5 không, 3 sạch|mô hình|120
Kiểm tra hoạt động chi hội phụ nữ|cuộc|30
Quản lý vốn vay ủy thác qua tổ tiết kiệm và vay vốn|tháng|40

@HT|B.II|MTTQ-TN|Công tác Đoàn và phong trào thanh thiếu nhi
Tổ chức chiến dịch Thanh niên tình nguyện hè|chiến dịch|220
Tổ chức sinh hoạt hè cho thiếu nhi|cuộc|70
Ra quân đội hình thanh niên hỗ trợ dịch vụ công trực tuyến|đợt|60
Kiểm tra, củng cố chi đoàn|cuộc|30
Giới thiệu đoàn viên ưu tú cho Đảng|hồ sơ|15

@HC|B.II|MTTQ-CB|Công tác Hội Cựu chiến binh
Rà soát, đề nghị giải quyết chế độ hội viên cựu chiến binh|hồ sơ|15
Tổ chức giáo dục truyền thống cho thế hệ trẻ|cuộc|50
Kiểm tra hoạt động chi hội cựu chiến binh|cuộc|30
Xây dựng mô hình cựu chiến binh tham gia giữ gìn an ninh trật tự|mô hình|110
Giúp nhau giảm nghèo, phát triển kinh tế hội viên|báo cáo|40
`
